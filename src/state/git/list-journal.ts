import type { JournalEntry } from '../../model/journal-entry.ts';
import { compareText } from '../../model/compare-text.ts';
import { decodeEntry } from '../format/entry-markdown.ts';
import { instantOf, journalFilter } from '../format/journal-filter.ts';
import { FLEET, FLEET_FOLDERS, JOURNAL_FOLDER, journalFolder } from '../format/paths.ts';
import { ulidTime } from '../format/ulid-time.ts';
import type { JournalQuery } from '../state-store.ts';
import { findCommit } from './find-commit.ts';
import { listFiles, readFiles } from './list-files.ts';
import type { StateBranch } from './state-branch.ts';

/** Entries are dated when they are written; a clock that was set meanwhile moves them by no more than this. */
const CLOCK_SLACK_MS = 24 * 60 * 60 * 1000;

/** Lists journal entries, newest first, and reads no more of them than the query needs. */
export async function listJournal(branch: StateBranch, query: JournalQuery): Promise<JournalEntry[]> {
  const wanted = journalFilter(query);
  const oldest =
    query.since === undefined ? -Infinity : instantOf(query.since, 'T00:00:00.000Z') - CLOCK_SLACK_MS;
  const limit = query.limit ?? Infinity;
  const commit = await findCommit(branch);
  if (commit === undefined || limit <= 0) return [];
  const files = (await listFiles(branch, commit, foldersOf(query)))
    .map((file) => ({ ...file, name: file.path.slice(file.path.lastIndexOf('/') + 1, -'.md'.length) }))
    .filter(({ name }) => (ulidTime(name) ?? Infinity) >= oldest)
    .sort((a, b) => compareText(b.name, a.name));
  const entries: JournalEntry[] = [];
  for await (const file of readFiles(branch, files)) {
    const entry = decodeEntry(file);
    if (wanted(entry) && entries.push(entry) >= limit) break;
  }
  return entries;
}

function foldersOf({ compute }: JournalQuery): readonly string[] {
  if (compute === undefined) return [JOURNAL_FOLDER];
  return compute === FLEET ? FLEET_FOLDERS : [journalFolder(compute)];
}
