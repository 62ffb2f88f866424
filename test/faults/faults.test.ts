import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleMortal } from './bundle.ts';
import { killed, pointsOf } from './kills.ts';
import { raced } from './races.ts';
import { randomFrom } from './random.ts';

// A few of many: `npm run faults` kills at every point, by the clock and around every git, and races for longer.
const HOSTS = 2;
let folder: string;
let mortal: string;
let points: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stowage-mortal-'));
  mortal = await bundleMortal(folder);
  points = (await pointsOf(mortal, HOSTS)).map((line) => line.replace(/^\d+ /, ''));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('an apply that is killed, and then run again', () => {
  test.each(['after state.write', 'after provider.make'])(
    '%s, has lost, doubled and forgotten nothing',
    async (point) => {
      const dieAt = points.indexOf(point) + 1;
      expect(dieAt).toBeGreaterThan(0);
      expect(await killed({ mortal, hosts: HOSTS, fates: [{ dieAt }] })).toEqual([]);
    },
    60_000,
  );
});

test('applies of different changes at once do each of them once', async () => {
  const random = randomFrom(1);
  expect(await raced({ mortal, processes: 3, rounds: 1, random, pausing: false })).toEqual([]);
}, 120_000);
