import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleMortal } from './bundle.ts';
import { GROUNDS } from './grounds/grounds.ts';
import { disorder, killed, names, pointsOf } from './kills.ts';
import { lived } from './lifecycle.ts';
import { raced } from './races.ts';
import { randomFrom } from '../../src/packing/random.ts';
import { Site } from './site.ts';

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

describe('an apply that is asked to stop', () => {
  const stopped = async (presses: number) => {
    const site = await Site.open(mortal);
    site.ground.slow([2500, 2500]);
    const work = site.work('work', names(HOSTS));
    const { child, ended } = site.start(work, ['apply', '--yes', '--parallelism', '1']);
    // The request is on its way at half of its time, and its effect is there then.
    await until(() => site.ground.effects().length === 1);
    for (let press = 0; press < presses; press++) {
      child.kill('SIGINT');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return { site, work, end: await ended };
  };

  test('finishes what is under way, records it, gives the lease back and begins nothing new', async () => {
    const { site, work, end } = await stopped(1);
    expect(end.status).toBe(130);
    expect(end.stderr).toContain('2 not begun');
    expect((await site.run(work, ['lock'])).stdout).toBe('Nobody has the lock.\n');
    expect((await site.run(work, ['resolve'])).stdout).toBe('Nothing is unfinished.\n');
    site.ground.slow([0, 0]);
    expect((await site.run(work, ['apply', '--yes'])).status).toBe(0);
    expect(await disorder(site, work, names(HOSTS))).toEqual([]);
    await site.remove();
  }, 60_000);

  test('and asked again, ends at once; what it began, the next one finds', async () => {
    const { site, work, end } = await stopped(2);
    expect(end.status).toBe(130);
    expect((await site.run(work, ['resolve'])).stdout).toContain('create:Host/h-01');
    site.ground.slow([0, 0]);
    await site.run(work, ['lock', 'break', '--yes']);
    expect((await site.run(work, ['apply', '--yes'])).status).toBe(0);
    expect(await disorder(site, work, names(HOSTS))).toEqual([]);
    await site.remove();
  }, 60_000);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('applies of different changes at once do each of them once', async () => {
  const random = randomFrom(1);
  expect(await raced({ mortal, processes: 3, rounds: 1, random, pausing: false })).toEqual([]);
}, 120_000);

// The other vendors' turn is in `npm run faults`.
test('hosts at an emulated vendor are ordered, changed, drained and given back by applies that are killed along the way', async () => {
  expect(await lived({ mortal, hosts: 3, ground: GROUNDS['hetzner-cloud'], stride: 25 })).toEqual([]);
}, 120_000);
