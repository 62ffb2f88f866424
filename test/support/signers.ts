import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Real SSH keys of some people, in a folder of their own. */
export interface Signers {
  /** The flags of git with which somebody signs. */
  signingAs(name: string): string[];
  /** The line that allows somebody's key to sign as a principal. */
  line(name: string, principal?: string): string;
  dispose(): void;
}

/** Makes a key for each name. */
export function signers(...names: readonly string[]): Signers {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-keys-'));
  for (const name of names)
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)]);
  return {
    signingAs: (name) => ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${join(folder, name)}`],
    line: (name, principal = `${name}@example.org`) =>
      `${principal} ${readFileSync(join(folder, `${name}.pub`), 'utf8').trim()}\n`,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
