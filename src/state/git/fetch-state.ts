import { seeRemote } from './see-remote.ts';
import type { StateBranch } from './state-branch.ts';
import { moveRefs } from './shared-ref.ts';
import { branchTips, isAncestor } from './state-branch.ts';

/** Brings the remote's state here, and the local branch up to it when it has nothing of its own. */
export async function fetchState(branch: StateBranch): Promise<void> {
  if (branch.remote === null) return;
  await seeRemote(branch, branch.remote);
  const { local, seen } = await branchTips(branch);
  if (local === undefined || seen === undefined || local === seen) return;
  if (!(await isAncestor(branch, local, seen))) return;
  try {
    await moveRefs(branch, `update ${branch.ref} ${seen} ${local}`);
  } catch (failure) {
    // Whoever moved it meanwhile did the same, or wrote; read() judges what is there now.
    if ((await branchTips(branch)).local === local) throw failure;
  }
}
