import { expect, test } from '@jest/globals';
import type { TestFleet } from '../../support/command.ts';
import { testFleet } from '../../support/command.ts';
import { calls, emulatedInTests, orders } from './emulated.ts';
import { StandInMachines } from './stand-in-machines.ts';

const ORDER = `apiVersion: stowage/v1
kind: Organization
metadata:
  name: acme
spec:
  families: [hetzner-robot]
---
apiVersion: stowage/v1
kind: Workspace
metadata:
  name: prod
spec:
  organization: acme
  type: hosts
---
apiVersion: stowage/v1
kind: ComputeProvider
metadata:
  name: robot
spec:
  family: hetzner-robot
  organization: acme
  allowOrders: true
  priceCap: 100
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata:
  name: ax41
spec:
  family: hetzner-robot
  resources: { cores: 12, memory: 65536 }
  price: { monthly: 40.7, setup: 0, currency: EUR }
  parameters: { product_id: AX41-NVMe, addon: [primary_ipv4] }
  regions: [fsn1]
`;
const HOST = `apiVersion: stowage/v1
kind: Host
metadata:
  name: db-01
spec:
  workspace: prod
  profile: ax41
  provider: robot
  region: fsn1
`;

const emulated = emulatedInTests();

/** Commits what is declared, plans it and applies the plan. */
async function apply(fleet: TestFleet, surroundings: Parameters<TestFleet['stowageIn']>[0]) {
  fleet.git('add', '-A');
  fleet.git('commit', '-qm', 'declare', '--allow-empty');
  return await fleet.stowageIn(surroundings, 'apply', '--yes');
}

test('a host is ordered, delivered, installed and later cancelled to a day, with one order in all', async () => {
  const there = await emulated();
  const machines = new StandInMachines(there.emulator.vendor);
  const fleet = testFleet({ 'inventory/order.yaml': ORDER, 'inventory/host.yaml': HOST });
  const surroundings = {
    openProvider: () => Promise.resolve(there.another({ shellWith: machines.shellWith })),
  };
  try {
    const first = await apply(fleet, surroundings);
    expect(first).toMatchObject({ status: 0, stderr: expect.not.stringContaining('emulated-password') });
    const status = () => fleet.git('grep', '-h', '', 'stowage/state', '--', 'resources/Host');
    expect(status()).toMatch(/state: active/);
    expect(machines.of(321_001).read('disk/etc/ssh/ssh_host_ed25519_key.pub')).toContain('ssh-ed25519');
    const before = calls(there).length;
    expect(await apply(fleet, surroundings)).toMatchObject({ status: 0 });
    expect(calls(there).length).toBe(before);
    fleet.remove('inventory/host.yaml');
    const last = await apply(fleet, surroundings);
    expect(last).toMatchObject({ status: 0 });
    expect(status()).toMatch(/state: deleting[^]*until: "?\d{4}-\d\d-\d\d/);
    there.emulator.clock.advance(32 * 24 * 3_600_000);
    const gone = await apply(fleet, { ...surroundings, now: '2027-03-01T12:00:00Z' });
    expect(gone).toMatchObject({ status: 0 });
    expect(() => status()).toThrow();
    expect(there.emulator.vendor.billables()).toEqual([]);
    expect(orders(there)).toBe(1);
  } finally {
    fleet.dispose();
    machines.dispose();
  }
});
