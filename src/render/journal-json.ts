import type { JournalEntry } from '../model/journal-entry.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/journal.json. */
export function journalJson(entries: readonly JournalEntry[]): string {
  return `${JSON.stringify({ formatVersion: FORMAT_VERSION, entries }, null, 2)}\n`;
}
