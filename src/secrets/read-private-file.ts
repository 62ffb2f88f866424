import type { Stats } from 'node:fs';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StowageError } from '../model/stowage-error.ts';
import { liesIn, repositoryOf } from './repository-of.ts';
import type { SecretSurroundings } from './secret-source.ts';

/** More than any secret or list of keys. */
const MOST_BYTES = 1024 * 1024;

/** Reads a file that holds a secret as it is: outside the repository, and closed to others as ssh wants its keys. */
export function readPrivateFile(
  path: string,
  { root, env }: Omit<SecretSurroundings, 'revealed'>,
): Uint8Array {
  const home = env['HOME'] ?? '';
  const place = path.startsWith('~/') ? join(home, path.slice(2)) : resolve(root, path);
  try {
    const real = realpathSync(place);
    const stat = statSync(real);
    if (liesIn(repositoryOf(root), real)) {
      const hint = 'move it out, and take its secret for known if it was ever committed';
      throw new StowageError('secret.inside', `${path} lies inside the repository`, hint);
    }
    const objection = objectionTo(stat, path);
    if (objection) throw objection;
    return readFileSync(real);
  } catch (error) {
    if (error instanceof StowageError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const what = WHY[code] ?? `cannot be read (${code})`;
    throw new StowageError('secret.file', `${path} ${what}`, 'correct the path, or its permissions');
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  ELOOP: 'is a link that leads back to itself',
};

function objectionTo(stat: Stats, path: string): StowageError | null {
  const { mode, uid, size } = stat;
  if (!stat.isFile()) {
    return new StowageError(
      'secret.file',
      `${path} is no regular file`,
      'name the file that holds the secret',
    );
  }
  if (size > MOST_BYTES) {
    return new StowageError('secret.file', `${path} is larger than a secret can be`, 'name another file');
  }
  // Like ssh, which refuses its owner's key that anybody else may read; what others own may be open to a group.
  const open = uid === process.getuid?.() ? 0o077 : 0o007;
  if (process.platform === 'win32' || (mode & open) === 0) return null;
  const said = `${path} may be read by others (mode ${(mode & 0o777).toString(8)})`;
  return new StowageError('secret.open', said, `close it: chmod 600 ${path}`);
}
