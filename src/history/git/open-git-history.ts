import type { History, HistoryCommit, Signature } from '../../model/history.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { GitFailure } from '../../state/git/git-failure.ts';
import type { GitRepository } from '../../state/git/git-repository.ts';
import { openRepository } from '../../state/git/git-repository.ts';
import { readBlobs } from '../../state/git/read-blobs.ts';
import type { CommitHistory } from '../commit-history.ts';
import { SIGNERS_FILE } from '../commit-history.ts';
import type { FleetListing, InventoryOf } from './fleet-listing.ts';
import { copied, FleetListings } from './fleet-listing.ts';
import { headOf, noSigners, startOf } from './history-start.ts';
import { listUncommitted } from './list-uncommitted.ts';
import { readSnapshots } from './read-snapshots.ts';
import { signaturesOf } from './signatures.ts';

/** A fleet's folder in a repository. */
export interface GitHistoryOptions {
  readonly directory: string;
  readonly inventoryOf: InventoryOf;
  /** The environment git runs in, as a rule the process's own. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Opens the history of the branch that is checked out in a folder. Only `uncommitted` looks at the work tree. */
export function openGitHistory({ directory, inventoryOf, environment }: GitHistoryOptions): CommitHistory {
  const git = openRepository(directory, environment);
  let opened: Promise<FleetListings> | undefined;
  const listings = (): Promise<FleetListings> =>
    (opened ??= git
      .run(['rev-parse', '--show-prefix'])
      .then((prefix) => new FleetListings(git, prefix.trim(), inventoryOf)));
  return {
    since: (trusted) => inWords(listings().then((lists) => readHistory(git, lists, trusted))),
    snapshots: (commits) => inWords(listings().then((lists) => readSnapshots(git, lists, commits))),
    uncommitted: (paths) => inWords(listUncommitted(git, paths)),
  };
}

async function readHistory(
  git: GitRepository,
  lists: FleetListings,
  trusted: string | null,
): Promise<History> {
  const head = await headOf(git);
  const start = await startOf(git, head, trusted);
  const range = trusted === null ? [head] : [head, `^${start}`];
  const output = await git.run([
    ...['--no-replace-objects', 'log', '--topo-order', '--reverse', '--no-show-signature'],
    ...['--format=%H%x09%P%x09%ae%x09%s', ...range, '--'],
  ]);
  const bare: Omit<HistoryCommit, 'signature'>[] = [];
  for (const line of output.split('\n').filter(Boolean)) {
    const [id = '', parentIds = '', author = '', ...subject] = line.split('\t');
    const parents = parentIds.split(' ').filter(Boolean);
    bare.push({ id, parents, author, subject: subject.join('\t'), base: await baseOf(git, parents) });
  }
  const listed = await lists.of([start, ...bare.flatMap(kin)]);
  const changing = bare.filter((commit) => changesFleet(commit, listed));
  const signers = listed.get(start)?.get(SIGNERS_FILE);
  if (signers === undefined) throw noSigners(start, trusted === null);
  let allowed: Uint8Array = new Uint8Array();
  for await (const bytes of readBlobs(git, [signers])) allowed = copied(bytes);
  const signatures = await signaturesOf(
    git,
    changing.map(({ id }) => id),
    allowed,
  );
  const unseen: Signature = { of: 'nobody', why: 'git says nothing of its signature' };
  const commits = changing.map((commit) => ({ ...commit, signature: signatures.get(commit.id) ?? unseen }));
  return { start, head, commits };
}

/** A commit, its parents and what they go back to. */
function kin({ id, parents, base }: Pick<HistoryCommit, 'id' | 'parents' | 'base'>): string[] {
  return [id, ...parents, ...(base === null ? [] : [base])];
}

/** Files say enough of most commits; a merge that is not one parent's files is looked into more closely. */
function changesFleet(
  { id, parents, base }: Pick<HistoryCommit, 'id' | 'parents' | 'base'>,
  listed: ReadonlyMap<string, FleetListing>,
): boolean {
  const textOf = (commit: string | null | undefined): string =>
    JSON.stringify([...(listed.get(commit ?? '') ?? [])]);
  const is = textOf(id);
  const [first, second] = parents;
  if (second === undefined || base === null)
    return parents.length === 0 || parents.some((parent) => textOf(parent) !== is);
  if (textOf(first) === textOf(second)) return textOf(first) !== is;
  if (textOf(first) === textOf(base)) return textOf(second) !== is;
  if (textOf(second) === textOf(base)) return textOf(first) !== is;
  return true;
}

async function baseOf(git: GitRepository, parents: readonly string[]): Promise<string | null> {
  if (parents.length !== 2) return null;
  try {
    const bases = (await git.run(['--no-replace-objects', 'merge-base', '--all', ...parents]))
      .trim()
      .split('\n');
    return bases.length === 1 ? (bases[0] ?? null) : null;
  } catch (failure) {
    // Two histories that have nothing in common.
    if (failure instanceof GitFailure) return null;
    throw failure;
  }
}

async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    if (!(failure instanceof GitFailure)) throw failure;
    throw new StowageError('history.git', `git failed: ${failure.words}`, 'see `git fsck` and `git log`');
  }
}
