import type { JournalEntry } from '../../model/journal-entry.ts';
import { StowageError } from '../../model/stowage-error.ts';
import type { JournalQuery } from '../state-store.ts';
import { FLEET } from './paths.ts';

/** Tells which journal entries a query asks for, whatever its limit. Throws `journal.date`. */
export function journalFilter(query: JournalQuery): (entry: JournalEntry) => boolean {
  const since = query.since === undefined ? -Infinity : instantOf(query.since, 'T00:00:00.000Z');
  const until = query.until === undefined ? Infinity : instantOf(query.until, 'T23:59:59.999Z');
  const author = query.author?.toLowerCase();
  return (entry) => {
    const at = Date.parse(entry.timestamp);
    if (query.compute !== undefined && (entry.compute ?? FLEET) !== query.compute) return false;
    if (query.category !== undefined && entry.category !== query.category) return false;
    if (at < since || at > until) return false;
    return (
      author === undefined || `${entry.author.name} <${entry.author.email}>`.toLowerCase().includes(author)
    );
  };
}

/** Milliseconds since 1970 of a date or a moment; `time` completes a bare date. */
export function instantOf(text: string, time: string): number {
  const instant = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text + time : text);
  if (!Number.isNaN(instant)) return instant;
  throw new StowageError('journal.date', `${text} is not a date`, 'write 2026-03-31 or 2026-03-31T12:00:00Z');
}
