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

const STEP = { step: 'create:Host/a', verb: 'create', address: 'Host/a' } as const;
const TOTALS = { failed: 0, skipped: 0, unresolved: 0 };

describe('the lines of an apply', () => {
  test.each<[ApplyEvent, string | null]>([
    [{ type: 'started', fleet: 'test', digest: 'd', steps: 3 }, null],
    [{ type: 'recording', entries: 1 }, 'Recording 1 journal entry'],
    [{ type: 'recording', entries: 12 }, 'Recording 12 journal entries'],
    [{ type: 'recording', entries: 0 }, null],
    [{ type: 'waiting', for: 'create:Host/a', seconds: 30 }, 'Waiting for create:Host/a, 30 s'],
    [{ type: 'begun', ...STEP, provider: 'pool' }, 'Asking pool: create:Host/a'],
    [{ type: 'done', ...STEP, provider: null, summary: '' }, null],
    [{ type: 'done', ...STEP, provider: 'pool', summary: 'small' }, 'Done create:Host/a, small'],
    [
      { type: 'failed', ...STEP, message: 'quota: no more', hint: 'ask for more' },
      'Failed create:Host/a: quota: no more\n  help: ask for more',
    ],
    [
      { type: 'recovered', intent: 'i1', address: 'Host/a', result: 'done', message: 'it was made' },
      'Recovered Host/a: it was made',
    ],
    [
      { type: 'recovered', intent: 'i1', address: 'Host/a', result: 'unresolved', message: 'no answer' },
      'Unresolved Host/a: no answer\n  help: settle it with `stowage resolve i1`',
    ],
    [
      { type: 'finished', ...TOTALS, steps: 2, entries: 3, commit: '0123456789abcdef', serial: 7 },
      'Applied 2 steps: 3 journal entries, state 0123456 (serial 7)',
    ],
    [
      {
        type: 'finished',
        ...TOTALS,
        steps: 2,
        entries: 3,
        commit: '0123456789abcdef',
        serial: 7,
        failed: 1,
        skipped: 2,
      },
      'Applied in part: 2 steps, 1 failed, 2 not begun: 3 journal entries, state 0123456 (serial 7)\n' +
        '  help: what is done is recorded; go on with `stowage apply`',
    ],
    [
      { type: 'finished', ...TOTALS, steps: 0, entries: 0, commit: '0123456789abcdef', serial: 7, failed: 1 },
      'Nothing applied: 0 steps, 1 failed: 0 journal entries, state 0123456 (serial 7)\n' +
        '  help: nothing was done; go on with `stowage apply`',
    ],
  ])('%j', (event, line) => {
    expect(applyEventLine(event, plain)).toBe(line);
  });
});
