import type { GitRepository } from '../../state/git/git-repository.ts';

/** Nothing is committed yet. */
const UNBORN = '# branch.oid (initial)';
/** How many words stand before the path of a file that changed, and of one that is in conflict. */
const BEFORE_PATH: Readonly<Record<string, number>> = { '1': 8, u: 10, '?': 1 };

/** The files at some paths that lie otherwise on disk than in the last commit; none where there is no commit yet. */
export async function listUncommitted(git: GitRepository, paths: readonly string[]): Promise<string[]> {
  const output = await git.run([
    ...['--no-optional-locks', 'status', '--porcelain=v2', '--branch', '-z'],
    ...['--untracked-files=all', '--no-renames', '--', ...paths.map((path) => `:(literal)${path}`)],
  ]);
  const lines = output.split('\0');
  if (lines.includes(UNBORN)) return [];
  return lines.flatMap((line) => {
    const words = BEFORE_PATH[line.slice(0, 1)];
    return words === undefined ? [] : [line.split(' ').slice(words).join(' ')];
  });
}
