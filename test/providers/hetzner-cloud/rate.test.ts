import { expect, test } from '@jest/globals';
import { Secret } from '../../../src/model/secret.ts';
import { openHetznerCloud } from '../../../src/providers/hetzner-cloud/open-hetzner-cloud.ts';
import type { Provider } from '../../../src/providers/provider.ts';
import { orderFor } from '../../conformance/provider.ts';
import { calls, emulatedInTests, TOKEN } from './emulated.ts';

const QUIET = new AbortController().signal;
const HOSTS = 500;
const emulated = emulatedInTests();

// The real bucket holds 3,600 and gives back one a second; this one is as large for its work and gives back faster.
test(`${HOSTS} hosts on a limited project are ordered without a storm of refusals, with less than 4 requests a host`, async () => {
  const there = await emulated({
    bucket: { limit: 300, perSecond: 300 },
    takesMs: { create_server: 2000, start_server: 1000 },
  });
  await Promise.all(
    Array.from({ length: HOSTS }, async (_, nth) => {
      const order = { ...orderFor(`web-${nth}`), hostname: `web-${nth}.example.com` };
      const mark = { fleet: 'acme', intent: `i${nth}`, uid: `u${nth}` };
      const machine = await there.provider.make(order, mark, QUIET);
      await there.provider.connect(machine, order, mark, QUIET);
    }),
  );
  const made = calls(there);
  const refused = made.filter((call) => call.endsWith('429')).length;
  const polls = made.filter((call) => call.startsWith('GET /actions')).length;
  const perHost = made.length / HOSTS;
  process.stderr.write(
    `${HOSTS} hosts with reverse names: ${perHost.toFixed(2)} requests a host, ${polls} of ${made.length} to ask about actions, ${refused} refused\n`,
  );
  expect(
    [...there.emulator.vendor.servers.all.values()].filter(({ status }) => status === 'running'),
  ).toHaveLength(HOSTS);
  expect((made.length - polls) / HOSTS).toBeLessThan(3.1);
  // They are asked about together; the longer all of it takes, the more often.
  expect(polls).toBeLessThan(0.9 * HOSTS);
  expect(refused).toBeLessThan(HOSTS / 50);
});

test('two runs on one project get in each other’s way, and both come to their end', async () => {
  const there = await emulated({ bucket: { limit: 60, perSecond: 60 } });
  const other = openHetznerCloud({
    endpoint: there.emulator.url,
    credentials: () => Promise.resolve(new Secret(TOKEN)),
  });
  const order = (provider: Provider, run: string) => (_: unknown, nth: number) =>
    provider.make(
      orderFor(`${run}-${nth}`),
      { fleet: run, intent: `${run}${nth}`, uid: `${run}${nth}` },
      QUIET,
    );
  const made = await Promise.all([
    ...Array.from({ length: 60 }, order(there.provider, 'one')),
    ...Array.from({ length: 60 }, order(other, 'two')),
  ]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(120);
  const refused = calls(there).filter((call) => call.endsWith('429')).length;
  process.stderr.write(`two runs of 60 hosts: ${calls(there).length} requests, ${refused} refused\n`);
  expect(refused).toBeLessThan(60);
});
