import { expect, test } from '@jest/globals';
import { hostKeyFor } from '../../../src/providers/cloud-init/host-key.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { orderFor } from '../../conformance/provider.ts';
import { calls, emulatedInTests, TOKEN } from './emulated.ts';

const QUIET = new AbortController().signal;
const MARK = { fleet: 'acme', intent: 'i1', uid: 'uid-i1' };
const emulated = emulatedInTests();
reportChecked('hetzner-cloud.openapi.json');

test('every address gets the full name of its machine; done again, nothing changes', async () => {
  const there = await emulated({
    faults: [{ on: 'POST /servers/*/actions/change_dns_ptr', when: 'after', times: 1, answer: 'drop' }],
  });
  const order = { ...orderFor('web-01'), hostname: 'web-01.example.com' };
  const machine = await there.provider.make(order, MARK, QUIET);
  const [ipv4, ipv6] = machine.addresses;
  expect(ipv6).toMatch(/^2001:db8:.*::1$/);
  for (let time = 0; time < 2; time++) {
    expect(await there.provider.connect(machine, order, MARK, QUIET)).toEqual(machine);
    const names = there.emulator.vendor.ips.of(Number(machine.id)).flatMap((ip) => [...ip.names]);
    expect(names).toEqual([
      [ipv4, 'web-01.example.com'],
      [ipv6, 'web-01.example.com'],
    ]);
  }
});

test('a name without a dot is given to no address', async () => {
  const there = await emulated();
  const order = { ...orderFor('web-01'), hostname: 'web-01' };
  const machine = await there.provider.make(order, MARK, QUIET);
  const before = calls(there).length;
  await there.provider.connect(machine, order, MARK, QUIET);
  expect(calls(there)).toHaveLength(before);
});

test('a machine starts with the host key of its mark, and whoever finds it knows the key', async () => {
  const there = await emulated();
  const machine = await there.provider.make(orderFor('web-01'), MARK, QUIET);
  const { publicKey, privateKey } = hostKeyFor(TOKEN, MARK);
  expect(machine.hostKey).toBe(publicKey);
  expect(await there.provider.list('acme')).toEqual([machine]);
  const [server] = there.emulator.vendor.servers.all.values();
  expect(server?.userData.replace(/\s/g, '')).toContain(privateKey.replace(/\s/g, ''));
});

test('is ready once whoever waits for it says so', async () => {
  const seen: string[] = [];
  const there = await emulated({}, { ready: ({ name }) => Promise.resolve(void seen.push(name)) });
  const machine = await there.provider.make(orderFor('web-01'), MARK, QUIET);
  expect(await there.provider.bootstrap(machine, orderFor('web-01'), MARK, QUIET)).toEqual(machine);
  expect(seen).toEqual(['web-01']);
});

test('the census counts what is on every page, with what it costs', async () => {
  const there = await emulated();
  for (let nth = 0; nth < 120; nth++) {
    there.emulator.vendor.servers.create({
      name: `old-${nth}`,
      server_type: 'ccx23',
      image: 'debian-13',
      location: 'nbg1',
    });
  }
  const found = await there.provider.census();
  expect(found).toHaveLength(120);
  expect(found[0]).toEqual({
    machine: expect.objectContaining({ name: 'old-0', marker: null, region: 'nbg1' }),
    parameters: { server_type: 'ccx23' },
    image: 'debian-13',
    resources: { cores: 4, memory: 16384, nvme: 160 },
    price: { monthly: 24.49, setup: 0, currency: 'EUR' },
  });
  expect(calls(there).filter((call) => call === 'GET /servers 200')).toHaveLength(3);
});
