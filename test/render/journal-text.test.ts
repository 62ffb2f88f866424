import { describe, expect, test } from '@jest/globals';
import type { ApplyEvent } from '../../src/model/apply-event.ts';
import type { JournalEntry } from '../../src/model/journal-entry.ts';
import { applyEventLine } from '../../src/render/apply-event-line.ts';
import { journalText } from '../../src/render/journal-text.ts';
import { plain } from '../../src/render/paint.ts';

const ENTRY: JournalEntry = {
  id: '01J00000000000000000000000',
  timestamp: '2026-03-01T12:34:56.789Z',
  category: 'incident',
  author: { name: 'Ada', email: 'ada@example.org' },
  compute: 'web-01',
  subject: 'the fan failed',
  content: '',
};

describe('a journal as text', () => {
  test('is a line for an entry', () => {
    expect(journalText([ENTRY, { ...ENTRY, compute: null }], plain)).toBe(
      '2026-03-01 12:34  incident(web-01)  the fan failed  Ada\n' +
        '2026-03-01 12:34  incident(fleet)  the fan failed  Ada\n',
    );
  });

  test('has the content of an entry below it', () => {
    expect(
      journalText([{ ...ENTRY, content: 'one\n\n  two\n\n' }], plain)
        .split('\n')
        .slice(1),
    ).toEqual(['    one', '', '      two', '']);
  });

  test('lets no control character reach the terminal', () => {
    const evil = 'a\u001b[2J\u009b1mb\r';
    const shown = journalText(
      [{ ...ENTRY, subject: evil, content: `${evil}\n${evil}`, author: { name: evil, email: '' } }],
      plain,
    );
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(shown.trimEnd().split('\n')).toHaveLength(3);
  });

  test('of nothing is nothing', () => {
    expect(journalText([], plain)).toBe('');
  });
});

describe('the lines of an apply', () => {
  test.each<[ApplyEvent, string | null]>([
    [{ type: 'started', fleet: 'test', digest: 'd', steps: 3 }, null],
    [{ type: 'recording', entries: 1 }, 'Recording 1 journal entry'],
    [{ type: 'recording', entries: 12 }, 'Recording 12 journal entries'],
    [{ type: 'done', step: 's', verb: 'create', address: 'Compute/a', summary: '' }, null],
    [
      { type: 'finished', steps: 2, entries: 3, commit: '0123456789abcdef', serial: 7 },
      'Applied 2 steps: 3 journal entries, state 0123456 (serial 7)',
    ],
  ])('%j', (event, line) => {
    expect(applyEventLine(event, plain)).toBe(line);
  });
});
