import { StowageError } from '../../model/stowage-error.ts';
import { shortId } from './moved.ts';
import { seeRemote } from './see-remote.ts';
import type { StateBranch } from './state-branch.ts';
import { moveRefs } from './shared-ref.ts';
import { branchTips, isAncestor } from './state-branch.ts';

/**
 * Brings the remote's state here, and the local branch up to it when it has nothing of its own. Throws `state.remote`,
 * and `state.missing` where without the remote there is nothing to go on with.
 */
export async function fetchState(branch: StateBranch): Promise<void> {
  if (branch.remote === null) return;
  try {
    await seeRemote(branch, branch.remote);
  } catch (failure) {
    throw (await missingHere(branch, failure)) ?? failure;
  }
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

/** Where the remote cannot be reached and only what was seen of it once is here; undefined where that is not so. */
async function missingHere(branch: StateBranch, failure: unknown): Promise<StowageError | undefined> {
  if (!(failure instanceof StowageError)) return undefined;
  const { local, seen, tracked } = await branchTips(branch);
  const known = seen ?? tracked;
  if (local !== undefined || known === undefined) return undefined;
  const { name } = branch;
  return new StowageError(
    'state.missing',
    `the state branch ${name} is missing here, and ${failure.message}`,
    `once the remote can be reached: \`git fetch ${branch.remote} ${name}:${name}\`; ` +
      `to read what was fetched last: \`git branch ${name} ${shortId(known)}\``,
  );
}
