import { expect, test } from '@jest/globals';
import { testFleet } from '../../support/command.ts';
import { clientOf, emulatedInTests, orders, TOKEN } from './emulated.ts';
import { reportChecked } from '../../emulators/report-checked.ts';

const emulated = emulatedInTests();
reportChecked('hetzner-cloud.openapi.json');

const FLEET = [
  `Organization, metadata: { name: acme }, spec: {}`,
  `Workspace, metadata: { name: prod }, spec: { organization: acme }`,
  `ComputeProfile, metadata: { name: small }, spec: { family: hetzner-cloud, resources: { cores: 4 }, price: { monthly: 13.1 }, parameters: { server_type: cpx31 } }`,
  `ComputeProvider, metadata: { name: cloud }, spec: { family: hetzner-cloud, endpoint: "ENDPOINT", credentials: { env: TOKEN } }`,
  `Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small, provider: cloud, hostname: web-01.example.com, regions: [fsn1, nbg1] }`,
]
  .map((rest) => `{ apiVersion: stowage/v1, kind: ${rest} }\n`)
  .join('---\n');

test('a host that no region has room for is refused with what each of them said', async () => {
  const there = await emulated({ faults: [{ on: 'POST /servers', answer: 'resource_unavailable' }] });
  const fleet = testFleet({ 'inventory/all.yaml': FLEET.replace('ENDPOINT', there.emulator.url) });
  const { status, stderr } = await fleet.stowageIn({ env: { TOKEN } }, 'apply', '--yes');
  expect(status).toBe(7);
  expect(stderr).toMatch(/\(capacity\.unavailable\): fsn1: Hetzner Cloud says .*; nbg1: Hetzner Cloud says /);
  fleet.dispose();
});

test('a host is ordered where there is room, is named, and a second plan has nothing left to do', async () => {
  const there = await emulated({
    faults: [{ on: 'POST /servers', body: 'fsn1', times: 1, answer: 'resource_unavailable' }],
  });
  const fleet = testFleet({ 'inventory/all.yaml': FLEET.replace('ENDPOINT', there.emulator.url) });
  const env = { TOKEN };
  const applied = await fleet.stowageIn({ env }, 'apply', '--yes');
  expect(applied.stdout + applied.stderr).toContain('web-01');
  expect(applied.status).toBe(0);
  expect(orders(there, 412)).toBe(1);
  const [server] = there.emulator.vendor.servers.all.values();
  expect(server).toMatchObject({ name: 'web-01', location: 'nbg1', status: 'running' });
  expect(there.emulator.vendor.ips.of(server?.id ?? 0).map(({ names }) => [...names.values()])).toEqual([
    ['web-01.example.com'],
    ['web-01.example.com'],
  ]);
  expect((await fleet.stowageIn({ env }, 'plan', '--detailed-exitcode')).status).toBe(0);
  const recorded = fleet.git('log', '-p', 'stowage/state');
  expect(recorded).toContain('ssh-ed25519 ');
  for (const secret of [TOKEN, 'PRIVATE KEY']) expect(recorded).not.toContain(secret);
  fleet.dispose();
});

test.each([
  ['not at all', {}, 1],
  ['at once', { when: 'after' as const }, 0],
  ['later', { lateMs: 50 }, 0],
])(
  'an order that was answered with an error, and took effect %s, is settled by the next apply itself',
  async (_when, effect, again) => {
    const there = await emulated({
      faults: [
        { on: 'POST /servers', times: 1, answer: 'server_error', ...effect },
        // After the look for what stands there with the mark of this fleet.
        { on: 'GET /servers', skip: 1, times: 1, answer: 'forbidden' },
      ],
    });
    const fleet = testFleet({ 'inventory/all.yaml': FLEET.replace('ENDPOINT', there.emulator.url) });
    const openProvider = () => Promise.resolve(clientOf(there.emulator));
    const apply = () => fleet.stowageIn({ env: { TOKEN }, openProvider }, 'apply', '--yes');
    const first = await apply();
    expect(first.status).toBe(8);
    expect(first.stderr).toContain('nobody can tell yet whether server web-01 was made');
    const second = await apply();
    expect(second.stderr).toContain(
      again === 1
        ? 'Recovered Host/web-01: no machine was made'
        : 'Recovered Host/web-01: an earlier run made',
    );
    expect(second.status).toBe(0);
    expect(orders(there)).toBe(1 + again);
    expect(there.emulator.vendor.servers.all.size).toBe(1);
    expect((await fleet.stowage('resolve')).stdout).toBe('Nothing is unfinished.\n');
    fleet.dispose();
  },
);
