import { GitFailure } from './git-failure.ts';
import { remoteFailure } from './remote-failure.ts';
import { moveRefs, pushRef } from './shared-ref.ts';
import type { StateBranch } from './state-branch.ts';
import { branchTips, isAncestor } from './state-branch.ts';

/**
 * Brings what is recorded only here to the remote, as after one was added to the repository. A remote that has anything
 * else is left as it is, for read() and write() to judge. Throws `state.remote`.
 */
export async function shareState(branch: StateBranch): Promise<void> {
  const { remote, seenRef } = branch;
  if (remote === null) return;
  const { local, seen } = await branchTips(branch);
  if (local === undefined || local === seen) return;
  if (seen !== undefined && !(await isAncestor(branch, seen, local))) return;
  try {
    await pushRef(branch, remote, seen, local);
  } catch (failure) {
    if (!(failure instanceof GitFailure)) throw failure;
    throw remoteFailure(remote, 'push the state to', failure);
  }
  await moveRefs(branch, `update ${seenRef} ${local}`);
}
