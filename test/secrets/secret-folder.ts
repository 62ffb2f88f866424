import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { test } from '@jest/globals';
import { Revealed } from '../../src/secrets/revealed.ts';
import type { SecretSurroundings } from '../../src/secrets/secret-source.ts';

/** A fleet's repository, with a home folder beside it. */
export interface SecretFolder extends SecretSurroundings {
  readonly home: string;
  /** Writes a file by its path from the fleet's folder, closed to others; gives its absolute path. */
  write(path: string, content: string | Uint8Array, mode?: number): string;
  /** The same folder with other variables. */
  with(env: Readonly<Record<string, string>>): SecretSurroundings;
  dispose(): void;
}

/** Makes a folder with a repository and an empty home. */
export function secretFolder(): SecretFolder {
  const base = mkdtempSync(join(tmpdir(), 'stowage-secrets-'));
  const [root, home] = [join(base, 'fleet'), join(base, 'home')];
  mkdirSync(home);
  execFileSync('git', ['init', '--quiet', root]);
  const around = { root, env: { HOME: home }, revealed: new Revealed() };
  return {
    ...around,
    home,
    write(path, content, mode = 0o600) {
      const place = join(root, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content, { mode });
      return place;
    },
    with: (env) => ({ ...around, env: { HOME: home, ...env } }),
    dispose: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** A new age identity with its public key. */
export async function keyPair(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Tests that need Debian's age; where it is missing their names say that they stand aside. */
export function withAge(name: string, body: () => Promise<void>): void {
  if (hasAge()) test(name, body);
  else test.skip(`${name} (stands aside: the package age is not installed)`, body);
}

function hasAge(): boolean {
  try {
    execFileSync('age', ['--version'], { stdio: 'ignore' });
    execFileSync('age-keygen', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
