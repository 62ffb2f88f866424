import type { SharedRef } from './shared-ref.ts';

/** The state branch of one repository: its names in every place where git keeps it. */
export interface StateBranch extends SharedRef {
  /** `stowage/state`. */
  readonly name: string;
  readonly remote: string | null;
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
