import { GitFailure } from './git-failure.ts';
import { patiently } from './patiently.ts';
import { remoteFailure } from './remote-failure.ts';
import type { StateBranch } from './state-branch.ts';
import { branchTips, moveRefs } from './state-branch.ts';

const QUIETLY = [
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-gc',
  '--refmap=',
];

/** Another stowage in this repository fetches the same thing at this moment. */
const FETCHED_TWICE = /cannot lock ref|unable to update local ref/i;

/** Brings the remote's branch here and notes where it stands; leaves the branch itself. Throws `state.remote`. */
export async function seeRemote(branch: StateBranch, remote: string): Promise<void> {
  const { git, ref, seenRef } = branch;
  try {
    await patiently(() => git.run(['fetch', ...QUIETLY, '--', remote, `+${ref}:${seenRef}`]), FETCHED_TWICE);
  } catch (failure) {
    if (!(failure instanceof GitFailure) || !/couldn't find remote ref/i.test(failure.message)) {
      throw remoteFailure(remote, 'fetch the state from', failure);
    }
    const { seen } = await branchTips(branch);
    if (seen !== undefined) await moveRefs(branch, `delete ${seenRef}`);
  }
}
