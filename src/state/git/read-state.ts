import type { RecordedState } from '../../model/recorded.ts';
import { NOTHING_RECORDED } from '../../model/recorded.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { decodeState } from '../format/decode-state.ts';
import { INTENTS_FOLDER, META_PATH, PLACEMENTS_FOLDER, RESOURCES_FOLDER } from '../format/paths.ts';
import type { StateFile } from '../format/state-file.ts';
import { unreadable } from '../format/unreadable.ts';
import { CATEGORY_TRAILER } from './commit-message.ts';
import { findCommit } from './find-commit.ts';
import { listFiles, readFiles } from './list-files.ts';
import { shortId } from './moved.ts';
import type { StateBranch } from './state-branch.ts';

/** Reads the whole recorded state, and refuses what stowage cannot have left. */
export async function readState(branch: StateBranch): Promise<RecordedState> {
  const commit = await findCommit(branch);
  if (commit === undefined) return NOTHING_RECORDED;
  const folders = [RESOURCES_FOLDER, PLACEMENTS_FOLDER, INTENTS_FOLDER];
  const listed = await listFiles(branch, commit, [META_PATH, ...folders]);
  if (!listed.some(({ path }) => path === META_PATH)) await refuseWithoutMeta(branch, commit);
  if (!listed.some(({ path }) => path.startsWith(RESOURCES_FOLDER))) await refuseEmptied(branch, commit);
  const files: StateFile[] = [];
  for await (const file of readFiles(branch, listed)) files.push(file);
  return decodeState(commit, files);
}

async function refuseWithoutMeta(branch: StateBranch, commit: string): Promise<never> {
  const last = await lastTouch(branch, commit, META_PATH);
  if (last) throw emptied(branch, last.commit, `has no ${META_PATH} any more`);
  throw unreadable(
    { branch: branch.name, path: META_PATH },
    null,
    'it is missing and never was there; is this a state branch?',
  );
}

/** A fleet may delete its last object; but then the commit that did so is one of stowage's own. */
async function refuseEmptied(branch: StateBranch, commit: string): Promise<void> {
  const last = await lastTouch(branch, commit, RESOURCES_FOLDER);
  if (last && !last.ours) throw emptied(branch, last.commit, 'records no objects any more');
}

async function lastTouch({ git }: StateBranch, commit: string, path: string) {
  const format = `--format=%H %(trailers:key=${CATEGORY_TRAILER},valueonly,separator=%x20)`;
  const output = (
    await git.run(['log', '-1', '--full-history', format, commit, '--', `:(top)${path}`])
  ).trim();
  const [last = '', ...trailers] = output.split(' ');
  return last === '' ? undefined : { commit: last, ours: trailers.length > 0 };
}

function emptied({ name }: StateBranch, commit: string, what: string): StowageError {
  return new StowageError(
    'state.empty',
    `${name} ${what}, and it was not an apply that removed them (commit ${shortId(commit)})`,
    `see \`git show --stat ${shortId(commit)}\`, then undo it: \`git worktree add ../stowage-state ${name}\`, ` +
      `and \`git revert ${shortId(commit)}\` there`,
  );
}
