import { armor } from 'age-encryption';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StowageError } from '../../model/stowage-error.ts';
import { liesIn } from '../repository-of.ts';

const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
const MAGIC = 'age-encryption.org/v1\n';

/** The bytes of an age file in the fleet's folder, without its armor. */
export function readAgeFile(path: string, root: string): Uint8Array {
  const bytes = readInside(path, root);
  const text = Buffer.from(bytes).toString('latin1');
  if (text.startsWith(MAGIC)) return bytes;
  if (!text.trimStart().startsWith(ARMOR)) {
    const hint = `make one: stowage secret set NAME --file ${path}`;
    throw new StowageError('secret.not-age', `${path} is not an age file`, hint);
  }
  try {
    return armor.decode(text);
  } catch {
    throw damaged(path);
  }
}

/** How many recipients an age file has; it does not say who they are. */
export function countRecipients(bytes: Uint8Array): number {
  const [header = ''] = Buffer.from(bytes).toString('latin1').split('\n--- ', 1);
  // What ends in -grease opens for nobody: some tools put it there so that nobody relies on its absence.
  return header.match(/^-> (?!\S*-grease)/gm)?.length ?? 0;
}

/** An age file that was cut off or changed. */
export function damaged(path: string): StowageError {
  return new StowageError(
    'secret.damaged',
    `${path} is damaged`,
    'restore it from git, or set the secret again',
  );
}

function readInside(path: string, root: string): Uint8Array {
  try {
    const real = realpathSync(join(root, path));
    if (liesIn(realpathSync(root), real)) return readFileSync(real);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    const hint = `make it: stowage secret set NAME --file ${path}`;
    throw new StowageError('secret.age', `${path} ${what}`, hint);
  }
  const hint = 'keep age files in the repository; a file outside it goes under { file: PATH }';
  throw new StowageError('secret.age', `${path} leads out of the fleet's folder`, hint);
}
