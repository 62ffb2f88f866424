import type { JournalEntry } from '../model/journal-entry.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

/** Writes journal entries for a terminal, one line each and their content below it. */
export function journalText(entries: readonly JournalEntry[], paint: Paint): string {
  return entries
    .map(({ timestamp, category, compute, subject, author, content }) => {
      const when = timestamp.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, '');
      const head = `${paint('dim', when)}  ${paint('cyan', `${category}(${compute ?? 'fleet'})`)}  ${printable(subject)}  ${paint('dim', printable(author.name))}`;
      const body =
        content.trim() === ''
          ? []
          : content
              .trimEnd()
              .split('\n')
              .map((line) => `    ${printable(line)}`.trimEnd());
      return `${[head, ...body].join('\n')}\n`;
    })
    .join('');
}
