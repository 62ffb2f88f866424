import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import type { TemporaryRepository } from '../support/git-repository.ts';
import { temporaryRepository } from '../support/git-repository.ts';
import type { Deeds } from '../support/real-process.ts';
import { bundleDeeds } from '../support/real-process.ts';
import { until } from '../support/until.ts';
import { idOf, note } from './acts.ts';
import type { deeds } from './deeds.ts';
import { BRANCH, leaseOf, storeOf } from './stores.ts';

const PROCESSES = 8;
const each = Array.from({ length: PROCESSES }, (_, n) => n);

let repository: TemporaryRepository;
let bundled: Deeds;
const start = <D extends keyof typeof deeds>(deed: D, about: Parameters<(typeof deeds)[D]>[0]) =>
  bundled.start(deed, about);

beforeAll(async () => {
  bundled = await bundleDeeds('./test/state/deeds.ts');
});
afterAll(() => bundled.dispose());
beforeEach(() => {
  repository = temporaryRepository({ remote: true });
});
afterEach(() => repository.remove());

describe('many processes on one remote', () => {
  test('leave every act exactly once, and nothing begun', async () => {
    await storeOf(repository).write(NOTHING_RECORDED, [note(1)], 'tree');
    const clones = each.map(() => repository.clone());
    for (const clone of clones) clone.git('fetch', '--quiet', 'origin', `${BRANCH}:${BRANCH}`);
    const numbers = each.map((n) => [10 + n]);
    const processes = clones.map((at, n) => start('persist', { at, numbers: numbers[n] ?? [] }));
    await Promise.all(processes.map(({ answer }) => answer));
    const store = storeOf(repository);
    await store.fetch();
    const state = await store.read();
    const all = numbers.flat().sort((a, b) => a - b);
    expect(state.serial).toBe(1 + 2 * all.length);
    expect(state.intents).toEqual([]);
    expect(state.objects.map(({ key }) => key)).toEqual(all.map((n) => `fsn1-db-${n}`));
    const told = (await store.journal({})).map(({ id }) => id);
    expect(told).toEqual([...all].reverse().concat(1).map(idOf));
    expect(repository.git('rev-list', '--count', '--min-parents=2', BRANCH)).toBe('0');
  });

  test('have one holder of the lease, at first and after it expired', async () => {
    const clones = each.map(() => repository.clone());
    let former: string | null = null;
    for (const [epoch, now] of [
      [1, '2026-03-01T12:00:00Z'],
      [2, '2026-03-01T13:00:00Z'],
    ] as const) {
      const processes = clones.map((at, n) =>
        start('take', {
          at,
          holder: { name: `Racer ${n}`, host: 'track', pid: n, runUrl: null },
          now,
        }),
      );
      const answers = await Promise.all(processes.map(({ answer }) => answer));
      const [winner, ...others] = answers.filter((answer) => 'token' in (answer as object));
      expect(others).toEqual([]);
      expect(winner).toMatchObject({ epoch, broken: former });
      former = (winner as { token: string }).token;
      for (const answer of answers.filter((one) => one !== winner))
        expect(answer).toMatchObject({
          code: 'lock.held',
          message: expect.stringMatching(/Racer \d is applying on track/),
        });
      expect(await leaseOf(repository).look()).toMatchObject({ token: former, epoch });
    }
  });
});

describe('a write that is killed', () => {
  const left = () => repository.git('for-each-ref', '--format=%(refname)', 'refs/stowage/write-*');

  test('leaves a reference that stays while its process lives, and that the next write sweeps', async () => {
    const waiting = join(repository.directory, '..', 'waiting');
    const going = join(repository.directory, '..', 'going');
    repository.write('../remote.git/hooks/pre-receive', HOLD_UP(waiting, going), 0o755);
    const { child, answer } = start('write', { at: repository, n: 1 });
    const ended = answer.catch((error: unknown) => String(error));
    await until(() => existsSync(waiting));
    const abandoned = left();
    expect(abandoned).toMatch(/^refs\/stowage\/write-\d+-[0-9a-f]{12}-\d+-\S+$/);

    const alone = storeOf({ ...repository, remote: null });
    await alone.write(NOTHING_RECORDED, [note(2)], 'tree');
    expect(left()).toBe(abandoned);

    child.kill('SIGKILL');
    expect(await ended).toContain('SIGKILL');
    expect(left()).toBe(abandoned);
    await alone.write(await alone.read(), [note(3)], 'tree');
    expect(left()).toBe('');
    rmSync(waiting);
    await until(() => existsSync(going));
    expect(repository.git('ls-remote', 'origin', BRANCH)).toBe('');
  });

  test('on another machine is swept after a day, and not before', async () => {
    const store = storeOf({ ...repository, remote: null });
    const { commit } = await store.write(NOTHING_RECORDED, [note(1)], 'tree');
    const hours = (count: number) =>
      `refs/stowage/write-${Date.now() - count * 3_600_000}-000000000000-1-elsewhere`;
    const [young, old] = [hours(23), hours(25)];
    for (const ref of [young, old]) repository.git('update-ref', ref, commit ?? '');
    await store.write(await store.read(), [note(2)], 'tree');
    expect(left()).toBe(young);
  });
});

/** Refuses a push, but not before `waiting`, which it makes, is removed. */
const HOLD_UP = (waiting: string, going: string): string =>
  `#!/bin/sh\ntouch ${waiting}\nwhile [ -e ${waiting} ]; do sleep 0.05; done\ntouch ${going}\nexit 1\n`;
