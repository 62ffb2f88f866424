import { expect, test } from '@jest/globals';
import { calls, emulatedInTests, ionosOrder, QUIET } from './emulated.ts';

const HOSTS = 50;
const emulated = emulatedInTests();

test(`${HOSTS} hosts on a limited contract are ordered without a storm of refusals`, async () => {
  const there = await emulated({
    bucket: { limit: 200, perSecond: 200 },
    takesMs: { create_server: 1500, address: 300 },
  });
  await Promise.all(
    Array.from({ length: HOSTS }, async (_, nth) => {
      const order = ionosOrder(`web-${nth}`);
      const mark = { fleet: 'acme', intent: `intent-${nth}-end`, uid: `u${nth}` };
      const machine = await there.provider.make(order, mark, QUIET);
      await there.provider.connect(machine, order, mark, QUIET);
    }),
  );
  const made = calls(there);
  const refused = made.filter((call) => call.endsWith('429')).length;
  const lists = made.filter((call) => call.startsWith('GET /datacenters/*/servers ')).length;
  process.stderr.write(
    `${HOSTS} hosts: ${(made.length / HOSTS).toFixed(2)} requests a host, ${lists} lists of servers, ${refused} refused\n`,
  );
  expect(there.emulator.vendor.servers.all.size).toBe(HOSTS);
  // However many look at once, few lists are read.
  expect(lists).toBeLessThan(HOSTS / 4);
  expect(refused).toBeLessThan(HOSTS / 20);
});
