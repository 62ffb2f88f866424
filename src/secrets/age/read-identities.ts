import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StowageError } from '../../model/stowage-error.ts';
import { readPrivateFile } from '../read-private-file.ts';
import type { SecretSurroundings } from '../secret-source.ts';
import { textOf } from '../text-of.ts';

/** Where identities are kept when no variable says so, below the home folder. */
const USUAL = ['.config/stowage/age.txt', '.config/age/keys.txt'];

/** The age identities of whoever runs this: from STOWAGE_AGE_KEY, else STOWAGE_AGE_KEY_FILE, else the usual files. */
export function readIdentities(around: SecretSurroundings): string[] {
  const { env } = around;
  if (env['STOWAGE_AGE_KEY']) return identitiesIn(env['STOWAGE_AGE_KEY'], 'STOWAGE_AGE_KEY', around);
  const named = env['STOWAGE_AGE_KEY_FILE'];
  const home = env['HOME'];
  const usual = home ? USUAL.map((path) => join(home, path)).filter((path) => existsSync(path)) : [];
  return (named ? [named] : usual).flatMap((path) =>
    identitiesIn(textOf(readPrivateFile(path, around), path), path, around),
  );
}

function identitiesIn(text: string, place: string, { revealed }: SecretSurroundings): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    revealed.remember(line);
    if (/^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(line)) return [line];
    const hint = 'it takes what age-keygen writes, without a passphrase and without plugins';
    throw new StowageError('secret.identity', `line ${index + 1} of ${place} is no age identity`, hint);
  });
}

/** What to do where there is no identity. */
export const HOW_TO_GET_ONE =
  'set STOWAGE_AGE_KEY or STOWAGE_AGE_KEY_FILE, or make one: age-keygen -o ~/.config/stowage/age.txt';
