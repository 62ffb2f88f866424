import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const COMPUTES = ['web-01', 'web-02', 'db-main']
  .map(
    (name) =>
      `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: ${name} }, spec: { type: vm, provider: own, region: berlin } }\n`,
  )
  .join('---\n');

let fleet: TestFleet;
const subjects = async (...flags: string[]): Promise<string[]> => {
  const { stdout } = await fleet.stowage('journal', 'list', '-o', 'json', ...flags);
  return (JSON.parse(stdout) as { entries: { subject: string }[] }).entries.map(({ subject }) => subject);
};

beforeAll(async () => {
  fleet = testFleet();
  fleet.write('inventory/computes.yaml', COMPUTES);
  await fleet.stowage('apply', '--yes');
  const day = (date: string, ...args: string[]) =>
    fleet.stowageIn({ now: `${date}T10:00:00Z` }, 'journal', 'add', ...args);
  await day('2026-04-01', 'the fan failed', '--compute', 'web-01', '--category', 'incident');
  await day('2026-04-02', 'a quiet day');
  await day('2026-04-03', 'the fan was replaced', '--compute', 'web-01', '--category', 'hardware');
});
afterAll(() => fleet.dispose());

describe('journal list', () => {
  test('shows the newest first', async () => {
    expect(await subjects()).toEqual([
      'the fan was replaced',
      'a quiet day',
      'the fan failed',
      'add Compute web-02, vm at own, berlin',
      'add Compute web-01, vm at own, berlin',
      'add Compute db-main, vm at own, berlin',
    ]);
  });

  test.each([
    [
      ['--compute', 'web-01'],
      ['the fan was replaced', 'the fan failed', 'add Compute web-01, vm at own, berlin'],
    ],
    [['--compute', '_fleet'], ['a quiet day']],
    [['--compute', 'nowhere'], []],
    [['--category', 'incident'], ['the fan failed']],
    [['--category', 'network'], []],
    [
      ['--since', '2026-04-02'],
      ['the fan was replaced', 'a quiet day'],
    ],
    [['--since', '2026-04-02T10:00:01Z'], ['the fan was replaced']],
    [['--since', '2026-04-02T10:00:00Z', '--until', '2026-04-02T10:00:00Z'], ['a quiet day']],
    [['--since', '2026-04-01', '--until', '2026-04-01'], ['the fan failed']],
    [['--until', '2026-04-01', '--limit', '1'], ['the fan failed']],
    [
      ['--limit', '2'],
      ['the fan was replaced', 'a quiet day'],
    ],
    [['--author', 'ADA@example', '--limit', '1'], ['the fan was replaced']],
    [['--author', 'Grace'], []],
    [
      ['--compute', 'web-01', '--category', 'hardware', '--until', '2026-03-31'],
      ['add Compute web-01, vm at own, berlin'],
    ],
  ])('with %j', async (flags, found) => {
    expect(await subjects(...flags)).toEqual(found);
  });

  test('is what the journal does by itself, as text', async () => {
    expect(await fleet.stowage('journal', '--limit', '2')).toEqual({
      status: 0,
      stdout:
        '2026-04-03 10:00  hardware(web-01)  the fan was replaced  Ada\n' +
        '2026-04-02 10:00  other(fleet)  a quiet day  Ada\n',
      stderr: '',
    });
  });

  test('says beside its result that there is none', async () => {
    const none = ['journal', 'list', '--compute', 'nowhere'] as const;
    expect(await fleet.stowage(...none)).toEqual({ status: 0, stdout: '', stderr: 'No entries.\n' });
    expect(await fleet.stowage(...none, '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each([
    [['--since', 'yesterday'], 'error journal.date: --since yesterday is no date\n'],
    [['--until', '2026-13-01'], 'error journal.date: --until 2026-13-01 is no date\n'],
    [['--category', 'weather'], "argument 'weather' is invalid. Allowed choices are maintenance, incident"],
    [['--limit', '0'], "argument '0' is invalid. It takes a whole number above 0."],
    [['--limit', '1.5'], "argument '1.5' is invalid."],
  ])('refuses %j', async (flags, said) => {
    const { status, stdout, stderr } = await fleet.stowage('journal', 'list', ...flags);
    expect(stderr).toContain(said);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

describe('journal add', () => {
  const latest = async (): Promise<unknown> => {
    const { stdout } = await fleet.stowage('journal', 'list', '-o', 'json', '--limit', '1');
    return (JSON.parse(stdout) as { entries: unknown[] }).entries[0];
  };
  const later = (minutes: number) => ({ now: `2026-05-01T10:0${minutes}:00Z` });

  test('takes the first line for the subject and the rest for the content', async () => {
    const message = '  the disk was swapped  \n\n- slot 3\n- 2 hours\n';
    const added = await fleet.stowageIn(later(1), 'journal', 'add', message, '--compute', 'db-main');
    expect(added.stdout).toBe(
      '2026-05-01 10:01  other(db-main)  the disk was swapped  Ada\n    - slot 3\n    - 2 hours\n',
    );
    expect(await latest()).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{26}$/) as unknown,
      timestamp: '2026-05-01T10:01:00.000Z',
      category: 'other',
      author: { name: 'Ada', email: 'ada@example.org' },
      compute: 'db-main',
      subject: 'the disk was swapped',
      content: '- slot 3\n- 2 hours',
    });
  });

  test('reads the entry from standard input where none is given', async () => {
    const surroundings = { ...later(2), stdin: 'power was out\nfor an hour\n' };
    expect((await fleet.stowageIn(surroundings, 'journal', 'add', '--quiet')).stdout).toBe('');
    expect(await latest()).toMatchObject({ subject: 'power was out', content: 'for an hour', compute: null });
  });

  test('is one commit that git can tell of', () => {
    expect(fleet.git('log', '-1', '--format=%an <%ae> %aI%n%s%n%b', 'stowage/state')).toBe(
      'Ada <ada@example.org> 2026-05-01T10:02:00+00:00\nother(fleet): power was out\nfor an hour\n\nStowage-Compute: _fleet\nStowage-Category: other\n\n',
    );
  });

  test.each([
    ['an empty message', ['   \n'], 'error journal.empty: the entry says nothing\n'],
    ['nothing at all', [], 'error journal.empty: the entry says nothing\n'],
    [
      'a compute that is nearly right',
      ['x', '--compute', 'db-mian'],
      'error journal.compute: no compute named db-mian is recorded\n  help: did you mean db-main?\n',
    ],
    [
      'a compute like no other',
      ['x', '--compute', 'mail'],
      'error journal.compute: no compute named mail is recorded\n  help: apply its manifest first, or leave --compute away for an entry about the fleet\n',
    ],
    ['another category', ['x', '--category', 'weather'], 'Allowed choices are'],
  ])('refuses %s and writes nothing', async (_what, args, said) => {
    const before = fleet.git('rev-parse', 'stowage/state');
    const { status, stderr } = await fleet.stowage('journal', 'add', ...args);
    expect(stderr).toContain(said);
    expect(status).toBe(1);
    expect(fleet.git('rev-parse', 'stowage/state')).toBe(before);
  });

  test('leaves nothing for a plan to do', async () => {
    expect((await fleet.stowage('plan')).stdout).toBe('test: nothing to do, 3 resources as recorded\n');
  });

  test('begins the history of a fleet that was never applied', async () => {
    const fresh = testFleet();
    try {
      expect((await fresh.stowage('journal', 'list')).stderr).toBe('No entries.\n');
      expect((await fresh.stowage('journal', 'add', 'we begin')).status).toBe(0);
      fresh.write('inventory/computes.yaml', COMPUTES);
      expect((await fresh.stowage('apply', '--yes')).status).toBe(0);
      expect(fresh.git('log', '--format=%s', 'stowage/state').trim().split('\n').at(-1)).toBe(
        'other(fleet): we begin',
      );
    } finally {
      fresh.dispose();
    }
  });
});
