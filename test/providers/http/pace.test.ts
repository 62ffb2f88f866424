import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Pace } from '../../../src/providers/http/pace.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** When each of so many requests went, in milliseconds from the first. */
async function went(pace: Pace, count: number): Promise<number[]> {
  const began = Date.now();
  const all = Promise.all(
    Array.from({ length: count }, async () => {
      const done = await pace.turn();
      const at = Date.now() - began;
      done();
      return at;
    }),
  );
  await jest.runAllTimersAsync();
  return await all;
}

test('requests go at once while there is plenty', async () => {
  const pace = new Pace();
  pace.heard({ limit: 3600, remaining: 3000, fullInMs: 600_000 });
  expect(Math.max(...(await went(pace, 50)))).toBe(0);
});

test('requests go one by one, as the allowance comes back, when it runs low', async () => {
  const pace = new Pace();
  pace.heard({ limit: 100, remaining: 0, fullInMs: 2000 });
  const times = await went(pace, 5);
  // Each of a hundred comes back in 20 ms, and half of them are left to others.
  expect(times).toEqual([0, 40, 80, 120, 160]);
});

test('many refusals at once are one, and nothing goes until it is over', async () => {
  const pace = new Pace();
  const sentAt = Date.now();
  for (let nth = 0; nth < 20; nth++) pace.refused(sentAt, 0.3 * 1000);
  expect(await went(pace, 3)).toEqual([300, 300, 300]);
});

test('whoever is stopped while waiting for a turn leaves the queue to the others', async () => {
  const pace = new Pace();
  pace.refused(Date.now(), 200);
  const stopping = new AbortController();
  const stopped = pace.turn(stopping.signal);
  const other = pace.turn();
  stopping.abort();
  await expect(stopped).rejects.toMatchObject({ failure: 'transient' });
  await jest.runAllTimersAsync();
  (await other)();
});
