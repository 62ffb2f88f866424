import { expect, test } from '@jest/globals';
import { testFleet } from '../../support/command.ts';
import { emulatedInTests, orders, TOKEN } from './emulated.ts';
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
