import { GitError } from 'simple-git';
import { StowageError } from '../../model/stowage-error.ts';
import { GitFailure } from './git-failure.ts';

/** Waits for work on the repository; what git could not do becomes a `state.git` error. */
export async function inPlainWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    if (!(failure instanceof GitError)) throw failure;
    const words = failure instanceof GitFailure ? failure.words : failure.message;
    throw new StowageError('state.git', `git failed: ${words}`, hintFor(words));
  }
}

function hintFor(words: string): string {
  if (/ENOENT/.test(words)) return 'install git, and see that it is on the PATH';
  if (/not a git repository/i.test(words))
    return 'the state is a branch of a git repository: name the folder of the fleet with -C; for a new fleet, run `git init` there';
  return 'see `git fsck`; what was recorded before is unharmed';
}
