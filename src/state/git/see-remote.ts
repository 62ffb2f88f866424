import { GitFailure } from './git-failure.ts';
import { patiently } from './patiently.ts';
import { remoteFailure } from './remote-failure.ts';
import type { SharedRef } from './shared-ref.ts';
import { moveRefs, tipOf } from './shared-ref.ts';

const QUIETLY = [
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-gc',
  '--refmap=',
];

/** Another stowage in this repository fetches the same thing at this moment. */
const FETCHED_TWICE = /cannot lock ref|unable to update local ref/i;

/** Brings the remote's reference here and notes where it stands; leaves our own. Throws `state.remote`. */
export async function seeRemote(shared: SharedRef, remote: string): Promise<void> {
  const { git, ref, seenRef, what } = shared;
  try {
    await patiently(() => git.run(['fetch', ...QUIETLY, '--', remote, `+${ref}:${seenRef}`]), FETCHED_TWICE);
  } catch (failure) {
    if (!(failure instanceof GitFailure) || !/couldn't find remote ref/i.test(failure.message)) {
      throw remoteFailure(remote, `fetch ${what} from`, failure);
    }
    if ((await tipOf(shared, seenRef)) !== undefined) await moveRefs(shared, `delete ${seenRef}`);
  }
}
