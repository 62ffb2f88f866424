import { expect, test } from '@jest/globals';
import { Pace } from '../../../src/providers/http/pace.ts';

/** When each of so many requests went, in milliseconds from the first. */
async function went(pace: Pace, count: number): Promise<number[]> {
  const began = Date.now();
  return await Promise.all(
    Array.from({ length: count }, async () => {
      const done = await pace.turn();
      const at = Date.now() - began;
      done();
      return at;
    }),
  );
}

test('requests go at once while there is plenty', async () => {
  const pace = new Pace();
  pace.heard({ limit: 3600, remaining: 3000, fullInMs: 600_000 });
  expect(Math.max(...(await went(pace, 50)))).toBeLessThan(100);
});

test('requests go one by one, as the allowance comes back, when it runs low', async () => {
  const pace = new Pace();
  pace.heard({ limit: 100, remaining: 0, fullInMs: 2000 });
  const times = await went(pace, 5);
  expect(times[4]).toBeGreaterThanOrEqual(4 * 2 * 20 - 10);
});

test('many refusals at once are one, and nothing goes until it is over', async () => {
  const pace = new Pace();
  const sentAt = Date.now();
  for (let nth = 0; nth < 20; nth++) pace.refused(sentAt, 0.3 * 1000);
  expect(Math.min(...(await went(pace, 3)))).toBeGreaterThanOrEqual(290);
});

test('whoever is stopped while waiting for a turn leaves the queue to the others', async () => {
  const pace = new Pace();
  pace.refused(Date.now(), 200);
  const stopping = new AbortController();
  const stopped = pace.turn(stopping.signal);
  const other = pace.turn();
  stopping.abort();
  await expect(stopped).rejects.toMatchObject({ failure: 'transient' });
  (await other)();
});
