import { createHash } from 'node:crypto';
import type { Act } from '../../model/act.ts';
import { ExitCode } from '../../model/exit-code.ts';
import type { JournalEntry } from '../../model/journal-entry.ts';
import { recordedAfter } from '../../model/recorded-after.ts';
import type { RecordedState } from '../../model/recorded.ts';
import { NOTHING_RECORDED } from '../../model/recorded.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { actFiles } from '../format/act-files.ts';
import { compareText } from '../../model/compare-text.ts';
import { decodeState } from '../format/decode-state.ts';
import { decodeEntry } from '../format/entry-markdown.ts';
import { journalFilter } from '../format/journal-filter.ts';
import { JOURNAL_FOLDER } from '../format/paths.ts';
import type { StateFile } from '../format/state-file.ts';
import type { JournalQuery, StateStore } from '../state-store.ts';

/** Opens a state store that lives as long as the process: the same files as on the branch, in a Map. */
export function openMemoryStateStore(): StateStore {
  const texts = new Map<string, string>();
  let commit: string | null = null;

  const files = (wanted: (path: string) => boolean): StateFile[] =>
    [...texts]
      .filter(([path]) => wanted(path))
      .map(([path, text]) => ({ branch: 'memory', path, bytes: Buffer.from(text) }));

  const read = (): RecordedState => {
    if (commit === null) return NOTHING_RECORDED;
    return decodeState(
      commit,
      files((path) => !path.startsWith(JOURNAL_FOLDER)),
    );
  };

  const write = (
    base: RecordedState,
    acts: readonly Act[],
    desired: string | null,
    verified?: string | null,
  ): RecordedState => {
    if (acts.length === 0) return base;
    if (base.commit !== commit) throw moved();
    for (const changes of [...actFiles(base, acts, desired, verified)]) {
      for (const { path, text } of changes) {
        if (text === null) texts.delete(path);
        else texts.set(path, text);
      }
      const digest = createHash('sha1').update(JSON.stringify([commit, changes]));
      commit = digest.digest('hex');
    }
    return recordedAfter(base, acts, commit ?? '', desired, verified);
  };

  const journal = (query: JournalQuery): JournalEntry[] =>
    files((path) => path.startsWith(JOURNAL_FOLDER))
      .map(decodeEntry)
      .filter(journalFilter(query))
      .sort((a, b) => compareText(b.id, a.id))
      .slice(0, query.limit);

  return {
    sharedThrough: null,
    fetch: () => Promise.resolve(),
    share: () => Promise.resolve(),
    read: () => later(read),
    write: (base, acts, desired, verified) => later(() => write(base, acts, desired, verified)),
    journal: (query) => later(() => journal(query)),
  };
}

/** Fails as the store on git does: by a rejected promise, never by a throw. */
function later<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}

function moved(): StowageError {
  return new StowageError(
    'state.moved',
    'somebody else wrote to the state first',
    'plan again',
    ExitCode.Stale,
  );
}
