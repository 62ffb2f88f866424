import { expect, test } from '@jest/globals';
import { testFleet } from '../../support/command.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import type { Emulated } from './emulated.ts';
import { emulatedInTests, orders, TOKEN } from './emulated.ts';

const emulated = emulatedInTests();
reportChecked('hetzner-cloud.openapi.json');

const FLEET = [
  `Organization, metadata: { name: acme }, spec: {}`,
  `Workspace, metadata: { name: prod }, spec: { organization: acme }`,
  `ComputeProvider, metadata: { name: cloud }, spec: { family: hetzner-cloud, endpoint: "ENDPOINT", credentials: { env: TOKEN } }`,
]
  .map((rest) => `{ apiVersion: stowage/v1, kind: ${rest} }\n`)
  .join('---\n');

/** Has somebody else make a server. */
async function bought({ emulator }: Emulated, name: string, server_type: string, location: string) {
  const body = JSON.stringify({ name, server_type, image: 'debian-13', location });
  const headers = { authorization: 'Bearer another', 'content-type': 'application/json' };
  const response = await fetch(`${emulator.url}/servers`, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
}

test('servers that stand there are taken over as they are, at their price, and drift is seen from then on', async () => {
  const there = await emulated();
  await bought(there, 'Old-DB', 'cpx31', 'ash');
  await bought(there, 'web-01', 'cpx31', 'fsn1');
  const { all } = there.emulator.vendor.servers;
  const fleet = testFleet({ 'inventory/all.yaml': FLEET.replace('ENDPOINT', there.emulator.url) });
  const stowage = (...args: string[]) => fleet.stowageIn({ env: { TOKEN } }, ...args);
  // The vendor is done with them once they run.
  for (const server of all.values()) server.status = 'running';

  const imported = await stowage('import', 'hetzner-cloud', '--provider', 'cloud', '--write', 'inventory');
  expect(imported.stderr).toContain('2 machines to take over from cloud, of 2 new profiles');
  expect((await stowage('validate')).status).toBe(0);
  const planned = await stowage('plan');
  expect(planned.status).toBe(0);
  for (const id of all.keys()) expect(planned.stdout).toContain(`takes over machine ${id} at cloud`);

  expect((await stowage('apply', '--yes')).status).toBe(0);
  expect(orders(there)).toBe(2);
  expect([...all.values()].map(({ name, labels }) => [name, labels['stowage-host']])).toEqual([
    ['Old-DB', 'old-db'],
    ['web-01', 'web-01'],
  ]);
  expect((await stowage('plan', '--detailed-exitcode')).stdout).toContain('nothing to do');
  expect((await stowage('drift', '--detailed-exitcode')).stdout).toContain('No drift: 2 hosts');

  for (const server of all.values()) server.status = 'off';
  const drift = await stowage('drift', '--detailed-exitcode');
  expect(drift.status).toBe(2);
  expect(drift.stdout).toContain('Drift: 2 changed\n');
  fleet.dispose();
});
