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
import { until } from '../support/until.ts';
import { isHeld } from './is-held.ts';
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
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an apply that is killed, and then run again', () => {
  test.each(['after state.write', 'after provider.make'])(
    '%s, has lost, doubled and forgotten nothing',
    async (point) => {
      const dieAt = points.indexOf(point) + 1;
      expect(dieAt).toBeGreaterThan(0);
      expect(await killed({ mortal, hosts: HOSTS, fates: [{ dieAt }] })).toEqual([]);
    },
  );
});

describe('an apply that is asked to stop', () => {
  const stopped = async (presses: 1 | 2) => {
    const site = await Site.open(mortal);
    // The effect is there at half of its time; whoever presses again has the other half for it.
    const tookMs = presses === 1 ? 400 : 6000;
    site.ground.slow([tookMs, tookMs]);
    const work = site.work('work', names(HOSTS));
    const fate = { holdAt: 'before provider.make' };
    const { child, ended } = site.start(work, ['apply', '--yes', '--parallelism', '1'], fate);
    await isHeld(child);
    // It learns of this when it next waits for something, which is the request that it is about to send.
    child.kill('SIGINT');
    child.kill('SIGCONT');
    if (presses === 2) {
      await until(() => site.ground.effects().length === 1);
      child.kill('SIGINT');
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
  });

  test('and asked again, ends at once; what it began, the next one finds', async () => {
    const { site, work, end } = await stopped(2);
    expect(end.status).toBe(130);
    expect((await site.run(work, ['resolve'])).stdout).toContain('create:Host/h-01');
    site.ground.slow([0, 0]);
    await site.run(work, ['lock', 'break', '--yes']);
    expect((await site.run(work, ['apply', '--yes'])).status).toBe(0);
    expect(await disorder(site, work, names(HOSTS))).toEqual([]);
    await site.remove();
  });
});

test('applies of different changes at once do each of them once', async () => {
  const random = randomFrom(1);
  expect(await raced({ mortal, processes: 3, rounds: 1, random, pausing: false })).toEqual([]);
});

// The other vendors' turn is in `npm run faults`.
test('hosts at an emulated vendor are ordered, changed, drained and given back by applies that are killed along the way', async () => {
  expect(await lived({ mortal, hosts: 3, ground: GROUNDS['hetzner-cloud'], stride: 25 })).toEqual([]);
});
