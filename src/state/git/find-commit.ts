import { StowageError } from '../../model/stowage-error.ts';
import { GitFailure } from './git-failure.ts';
import { shortId } from './moved.ts';
import { remoteFailure } from './remote-failure.ts';
import type { StateBranch } from './state-branch.ts';
import { branchTips, isAncestor } from './state-branch.ts';

/**
 * Finds the commit to read: undefined when nothing was ever recorded, here or on the remote.
 * Throws `state.missing`, `state.diverged` and `state.remote`.
 */
export async function findCommit(branch: StateBranch): Promise<string | undefined> {
  const { local, seen, tracked } = await branchTips(branch);
  if (local === undefined) {
    const theirs = seen ?? tracked ?? (await remoteTip(branch));
    if (theirs !== undefined) throw missing(branch, theirs);
    return undefined;
  }
  if (seen === undefined) return local;
  if (!(await isAncestor(branch, seen, local)) && !(await isAncestor(branch, local, seen))) {
    throw diverged(branch, local, seen);
  }
  return local;
}

async function remoteTip({ git, remote, ref }: StateBranch): Promise<string | undefined> {
  if (remote === null) return undefined;
  try {
    return (await git.run(['ls-remote', '--', remote, ref])).split('\t')[0] || undefined;
  } catch (failure) {
    throw failure instanceof GitFailure ? remoteFailure(remote, 'ask for the state', failure) : failure;
  }
}

function missing({ name, remote }: StateBranch, commit: string): StowageError {
  return new StowageError(
    'state.missing',
    `the state branch ${name} is missing here, but ${remote} has it (commit ${shortId(commit)})`,
    `git fetch ${remote} ${name}:${name}`,
  );
}

function diverged({ name, remote, ref, seenRef }: StateBranch, local: string, seen: string): StowageError {
  return new StowageError(
    'state.diverged',
    `the state branch ${name} went two ways: here it is at ${shortId(local)}, on ${remote} at ${shortId(seen)}, ` +
      'and neither has what the other recorded',
    `see both with \`git log --graph --oneline ${name} ${seenRef}\`; to take what ${remote} has and keep yours aside: ` +
      `\`git branch ${name}-aside ${name} && git update-ref ${ref} ${seenRef}\``,
  );
}
