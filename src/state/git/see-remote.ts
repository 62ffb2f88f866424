import { GitFailure } from './git-failure.ts';
import { remoteFailure } from './remote-failure.ts';
import type { StateBranch } from './state-branch.ts';

const ATTEMPTS = 5;

/** Brings the remote's branch here and notes where it stands; leaves the branch itself. Throws `state.remote`. */
export async function seeRemote(branch: StateBranch, remote: string): Promise<void> {
  const { git, ref, seenRef } = branch;
  const quietly = [
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--no-auto-gc',
    '--refmap=',
  ];
  for (let attempt = 1; ; attempt++) {
    try {
      await git.run(['fetch', ...quietly, '--', remote, `+${ref}:${seenRef}`]);
      return;
    } catch (failure) {
      if (!(failure instanceof GitFailure)) throw failure;
      if (/couldn't find remote ref/i.test(failure.message)) {
        await git.run(['update-ref', '-d', seenRef]);
        return;
      }
      // Another stowage in this repository is fetching the same thing at this moment.
      if (attempt < ATTEMPTS && /cannot lock ref|unable to update local ref/i.test(failure.message)) continue;
      throw remoteFailure(remote, 'fetch the state from', failure);
    }
  }
}
