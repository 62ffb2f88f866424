import { StowageError } from '../../model/stowage-error.ts';
import type { StateFile } from './state-file.ts';

/** Says that a file of the state branch is not what stowage wrote, and how to get the last good version back. */
export function unreadable(
  { branch, path }: Pick<StateFile, 'branch' | 'path'>,
  line: number | null,
  fault: string,
): StowageError {
  const place = line === null ? `${branch}:${path}` : `${branch}:${path}:${line}`;
  return new StowageError(
    'state.unreadable',
    `${place}: ${fault}`,
    `see what changed it with \`git log -p ${branch} -- ${path}\`, then undo that commit: ` +
      `\`git worktree add ../stowage-state ${branch}\`, and \`git revert <commit>\` there`,
  );
}
