import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, render } from 'ink-testing-library';
import { Writable } from 'node:stream';
import type { ApplyEvent } from '../../src/model/apply-event.ts';
import { ApplyView } from '../../src/terminal/apply-view.tsx';
import { showApply } from '../../src/terminal/show-apply.tsx';
import { processorTime } from '../support/processor-time.ts';

const STARTED: ApplyEvent = { type: 'started', fleet: 'test', digest: 'sha256:0', steps: 3 };
const RECORDING: ApplyEvent = { type: 'recording', entries: 12 };
const FINISHED: ApplyEvent = {
  type: 'finished',
  steps: 3,
  entries: 12,
  commit: '0123456789',
  serial: 4,
  failed: 0,
  skipped: 0,
  unresolved: 0,
};
const done = (count: number, name = 'web'): ApplyEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'done',
    step: `create:Service/${name}-${index + 1}`,
    verb: 'create',
    address: `Service/${name}-${index + 1}`,
    provider: null,
    summary: '',
  }));

const unpainted = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, '');
const frame = (events: readonly ApplyEvent[], rows: number | undefined = 24): string[] => {
  const shown = unpainted(render(<ApplyView events={events} rows={rows} />).lastFrame() ?? '').trimEnd();
  return shown === '' ? [] : shown.split('\n');
};

afterEach(() => cleanup());

describe('the live view of an apply', () => {
  test('says what is under way below what is done', () => {
    expect(frame([STARTED, RECORDING, ...done(2)])).toEqual([
      '✓ create:Service/web-1',
      '✓ create:Service/web-2',
      'Recording 12 journal entries, 2 steps done',
    ]);
  });

  test('is empty before anything is', () => {
    expect(frame([])).toEqual([]);
    expect(frame([STARTED])).toEqual([]);
  });

  test('counts one as one', () => {
    expect(frame([{ type: 'recording', entries: 1 }])).toEqual(['Recording 1 journal entry, 0 steps done']);
  });

  test.each([1, 2, 5, 7, 8])('keeps all of %i steps that are done', (count) => {
    expect(frame([RECORDING, ...done(count)])).toHaveLength(count + 1);
  });

  test('keeps the last eight of many', () => {
    const shown = frame([RECORDING, ...done(500)]);
    expect(shown).toHaveLength(9);
    expect(shown[0]).toBe('✓ create:Service/web-493');
    expect(shown.at(-1)).toBe('Recording 12 journal entries, 500 steps done');
  });

  test.each([0, 1, 2, 3, 4, 5, 9, 10, 24, 100])('is lower than a terminal of %i rows', (rows) => {
    for (const count of [0, 1, 3, 8, 500]) {
      const height = frame([STARTED, RECORDING, ...done(count)], rows).length;
      expect(height).toBeLessThanOrEqual(Math.max(0, rows - 1));
    }
  });

  test('is no higher for names that are longer than a line', () => {
    const long = frame([RECORDING, ...done(8, 'x'.repeat(250))], 12);
    expect(long).toHaveLength(9);
    expect(Math.max(...long.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('closes with what was applied, and nothing else', () => {
    expect(frame([STARTED, RECORDING, ...done(3), FINISHED])).toEqual([
      'Applied 3 steps: 12 journal entries, state 0123456 (serial 4)',
    ]);
  });
});

describe('showing an apply', () => {
  test('draws thousands of steps that finish at once in no time, and ends with the closing line', async () => {
    let written = '';
    const stream = Object.assign(
      new Writable({
        write(chunk, _encoding, next) {
          written += String(chunk);
          next();
        },
      }),
      { isTTY: true, rows: 24, columns: 80 },
    ) as unknown as NodeJS.WriteStream;
    const spent = processorTime();
    const view = showApply(stream);
    for (const event of [STARTED, RECORDING, ...done(5000), FINISHED]) view.report(event);
    await view.close();
    expect(spent()).toBeLessThan(2000);
    expect(written).toContain('Applied\u001b[39m 3 steps: 12 journal entries, state 0123456 (serial 4)');
    expect(written.split('Applied')).toHaveLength(2);
  });
});

describe('the live view of orders', () => {
  const step = (name: string) =>
    ({ step: `create:Host/${name}`, verb: 'create', address: `Host/${name}` }) as const;
  const begun = (name: string): ApplyEvent => ({ type: 'begun', ...step(name), provider: 'pool' });
  const made = (name: string): ApplyEvent => ({ type: 'done', ...step(name), provider: 'pool', summary: '' });
  const failed = (name: string): ApplyEvent => ({
    type: 'failed',
    ...step(name),
    message: 'quota: no more',
    hint: 'ask for more',
  });

  test('shows what a provider is at until it ended', () => {
    expect(frame([STARTED, begun('a'), begun('b'), made('a')])).toEqual([
      '✓ create:Host/a',
      '… create:Host/b at pool',
    ]);
  });

  test('keeps what failed above it, with what to do', () => {
    expect(frame([STARTED, begun('a'), begun('b'), failed('a')])).toEqual([
      'Failed create:Host/a: quota: no more',
      '  help: ask for more',
      '… create:Host/b at pool',
    ]);
  });

  test('says who is waited for, while that is the latest news', () => {
    const waiting: ApplyEvent = { type: 'waiting', for: 'Grace', seconds: 5 };
    expect(frame([STARTED, waiting])).toEqual(['Waiting for Grace, 5 s']);
    expect(frame([STARTED, waiting, begun('a')])).toEqual(['… create:Host/a at pool']);
  });
});
