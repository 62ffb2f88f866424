import type { GitRepository } from './git-repository.ts';

/** Git walks this many commits without a graph in a few milliseconds. */
const WORTH_IT = 50;

/**
 * Keeps `git log -- <path>` fast over a long journal: adds new commits, with the paths they changed, to git's
 * commit-graph, after a large batch or every so many small ones. A convenience: a failure is none of the write's.
 */
export async function refreshGraph(
  git: GitRepository,
  commit: string,
  acts: number,
  serial: number,
): Promise<void> {
  if (acts < WORTH_IT && serial % WORTH_IT !== 0) return;
  const args = ['commit-graph', 'write', '--stdin-commits', '--split', '--changed-paths', '--no-progress'];
  await git.run(args, `${commit}\n`).catch(() => undefined);
}
