import { GitFailure } from './git-failure.ts';
import { moved } from './moved.ts';
import { remoteFailure } from './remote-failure.ts';
import { seeRemote } from './see-remote.ts';
import { pushRef } from './shared-ref.ts';
import type { StateBranch } from './state-branch.ts';
import { branchTips, isAncestor } from './state-branch.ts';

/**
 * Moves the remote's branch to `commit`, if it is still where it was last seen and that is part of `base`.
 * Throws `state.moved` and `state.remote`; either way the remote then has all of it or nothing.
 */
export async function pushState(
  branch: StateBranch,
  remote: string,
  base: string | null,
  commit: string,
): Promise<void> {
  let { seen } = await branchTips(branch);
  for (let attempt = 1; ; attempt++) {
    if (seen !== undefined && !(await isPartOf(branch, seen, base)))
      throw moved(nameOn(branch, remote), base, seen);
    try {
      await pushRef(branch, remote, seen, commit);
      return;
    } catch (failure) {
      if (!(failure instanceof GitFailure)) throw failure;
      const refusal = remoteFailure(remote, 'push the state to', failure);
      const found = await seenNow(branch, remote, refusal);
      // The remote took it and only its answer was lost.
      if (found !== undefined && (await isAncestor(branch, commit, found))) return;
      // The remote is where we thought it was, and said no for a reason of its own.
      if (found === seen || attempt > 2) throw refusal;
      seen = found;
    }
  }
}

/** Where the remote's branch is after a push failed; the first failure counts when it cannot be asked. */
async function seenNow(branch: StateBranch, remote: string, refusal: unknown): Promise<string | undefined> {
  try {
    await seeRemote(branch, remote);
  } catch {
    throw refusal;
  }
  return (await branchTips(branch)).seen;
}

async function isPartOf(branch: StateBranch, commit: string, base: string | null): Promise<boolean> {
  return base !== null && (await isAncestor(branch, commit, base));
}

function nameOn({ name }: StateBranch, remote: string): string {
  return `the state branch ${name} on ${remote}`;
}
