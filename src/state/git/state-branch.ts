import { randomUUID } from 'node:crypto';
import type { GitRepository } from './git-repository.ts';
import { patiently } from './patiently.ts';

/** The state branch of one repository: its names in every place where git keeps it. */
export interface StateBranch {
  readonly git: GitRepository;
  /** `stowage/state`. */
  readonly name: string;
  readonly remote: string | null;
  /** `refs/heads/stowage/state`. */
  readonly ref: string;
  /** Where the remote's branch was when last seen; stowage's own, so that no fetch of a person moves it. */
  readonly seenRef: string;
}

/** Where the branch stands. */
export interface BranchTips {
  readonly local: string | undefined;
  /** Undefined when the remote has none, or was never asked. */
  readonly seen: string | undefined;
  /** Where a person's own `git fetch` keeps the remote's branch. */
  readonly tracked: string | undefined;
}

/** Reads where the branch stands, without asking the remote. */
export async function branchTips({ git, name, remote, ref, seenRef }: StateBranch): Promise<BranchTips> {
  const trackedRef = `refs/remotes/${remote}/${name}`;
  const output = await git.run([
    'for-each-ref',
    '--format=%(refname) %(objectname)',
    ref,
    seenRef,
    trackedRef,
  ]);
  const tips = new Map(output.split('\n').map((line) => line.split(' ') as [string, string | undefined]));
  if (remote === null) return { local: tips.get(ref), seen: undefined, tracked: undefined };
  return { local: tips.get(ref), seen: tips.get(seenRef), tracked: tips.get(trackedRef) };
}

/** Tells whether one commit is in the history of another, or is that other. */
export async function isAncestor({ git }: StateBranch, ancestor: string, commit: string): Promise<boolean> {
  if (ancestor === commit) return true;
  return (await git.run(['rev-list', '--count', '--max-count=1', `${commit}..${ancestor}`])).trim() === '0';
}

/** Moves references all together or not at all; lines as `git update-ref --stdin` takes them. */
export async function moveRefs({ git }: StateBranch, ...moves: readonly string[]): Promise<void> {
  const input = ['start', ...moves, 'prepare', 'commit', ''].join('\n');
  await patiently(() => git.run(['update-ref', '--stdin'], input));
}

/**
 * A name for a reference that holds new commits until the branch moves to them. It has no folder of its own: git
 * removes empty ones, under the hands of whoever is about to use it.
 */
export function temporaryRef(): string {
  return `refs/stowage/write-${randomUUID()}`;
}
