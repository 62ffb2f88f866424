import { StowageError } from '../../model/stowage-error.ts';
import { GitFailure } from './git-failure.ts';

/** Says that the remote cannot be reached or will not take part, in git's words. */
export function remoteFailure(remote: string, deed: string, failure: unknown): unknown {
  if (!(failure instanceof GitFailure)) return failure;
  return new StowageError(
    'state.remote',
    `cannot ${deed} ${nameOf(remote)}: ${failure.words}`,
    `try \`git ls-remote ${nameOf(remote)}\`; stowage reaches the remote as git does, with the same keys and rights`,
  );
}

/** The name of a remote, or its URL without credentials. */
function nameOf(remote: string): string {
  return remote.replace(/:\/\/[^/]*@/, '://');
}
