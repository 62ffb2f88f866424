import { ExitCode } from '../../model/exit-code.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { GitFailure } from '../../state/git/git-failure.ts';
import type { GitRepository } from '../../state/git/git-repository.ts';
import { SIGNERS_FILE } from '../commit-history.ts';

/** The commit that is checked out, in a clone that has all its history. Throws `history.shallow` and `history.empty`. */
export async function headOf(git: GitRepository): Promise<string> {
  if ((await git.run(['rev-parse', '--is-shallow-repository'])).trim() === 'true') {
    const hint = 'fetch them: `git fetch --unshallow` (in CI: a checkout with full history)';
    throw refused(
      'history.shallow',
      'this clone lacks older commits, so their signatures cannot be checked',
      hint,
    );
  }
  try {
    return (await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).trim();
  } catch (failure) {
    if (!(failure instanceof GitFailure)) throw failure;
    throw refused(
      'history.empty',
      'nothing is committed, and only signed commits are applied',
      'commit the manifests, signed',
    );
  }
}

/** The commit to check from; without one, the first of all. Throws `history.rewritten` and `history.signers`. */
export async function startOf(git: GitRepository, head: string, trusted: string | null): Promise<string> {
  if (trusted === null) {
    const roots = (await git.run(['--no-replace-objects', 'rev-list', '--max-parents=0', head]))
      .trim()
      .split('\n');
    const [root = '', ...others] = roots;
    if (others.length === 0) return root;
    const hint = 'name the commit to check from in stowage.yaml: spec.requireSignedCommits: COMMIT';
    throw refused('history.signers', `the branch has ${roots.length} first commits`, hint);
  }
  try {
    // Printed when it is none of theirs; a failure says that it is not even known here.
    const missing = await git.run([
      '--no-replace-objects',
      'rev-list',
      '--max-count=1',
      trusted,
      `^${head}`,
      '--',
    ]);
    if (missing.trim() === '') return trusted;
  } catch (failure) {
    if (!(failure instanceof GitFailure)) throw failure;
  }
  throw refused(
    'history.rewritten',
    `the branch does not have commit ${trusted.slice(0, 7)}, which was applied before or is named in stowage.yaml`,
    'pull, or put it back: what was applied is only changed by commits on top of it',
  );
}

/** Says that a commit names no allowed signers. */
export function noSigners(start: string, isFirst: boolean): StowageError {
  const which = isFirst ? `the first commit (${start.slice(0, 7)})` : `commit ${start.slice(0, 7)}`;
  return refused(
    'history.signers',
    `${which} has no ${SIGNERS_FILE}, so nobody's signature can be checked`,
    `commit the file, then name that commit in stowage.yaml: spec.requireSignedCommits: COMMIT`,
  );
}

function refused(code: string, message: string, hint: string): StowageError {
  return new StowageError(code, message, hint, ExitCode.Refused);
}
