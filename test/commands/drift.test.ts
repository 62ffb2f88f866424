import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drift } from '../../src/model/drift.ts';
import type { Machine } from '../../src/model/machine.ts';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';
import { POOL, machinesOf, stray } from '../support/sandbox-fleet.ts';

const HOSTS = `---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 }, parameters: { size: s } } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small, region: north } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: web-02 }, spec: { workspace: prod, profile: small, region: north } }
`;
const SANDBOX = '.stowage/sandbox/pool';
const ORPHAN = { fleet: 'test', intent: 'lost', uid: 'lost' };

let fleet: TestFleet;
beforeAll(async () => {
  fleet = testFleet({ 'inventory/fleet.yaml': POOL + HOSTS });
  await fleet.stowage('apply', '--yes');
});
afterAll(() => fleet.dispose());

/** Undoes what the work does to the sandbox: the fleet is what all tests share. */
async function meanwhile(work: () => Promise<void>): Promise<void> {
  const [machines, before] = ['machines', 'before'].map((name) => join(fleet.directory, SANDBOX, name));
  cpSync(String(machines), String(before), { recursive: true });
  await work();
  rmSync(String(machines), { recursive: true });
  cpSync(String(before), String(machines), { recursive: true });
}

const machine = (name: string): Machine =>
  machinesOf(fleet)
    .all()
    .find((one) => one.name === name) as Machine;

/** Changes a machine behind the fleet's back. */
function meddle(name: string, change: object): void {
  const file = join(fleet.directory, SANDBOX, 'machines', `${machine(name).id}.json`);
  const before = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...before, ...change }));
}

async function drift(): Promise<Drift> {
  const { stdout } = await fleet.stowage('drift', '-o', 'json');
  expect(departures('drift.json', stdout)).toEqual([]);
  return JSON.parse(stdout) as Drift;
}

test('a machine that is gone, one that was changed and one that nobody has are each told, with what to do', async () => {
  await meanwhile(async () => {
    machinesOf(fleet).remove(machine('web-01'));
    meddle('web-02', { state: 'off', parameters: { size: 'l' } });
    stray(fleet, { id: 'sbx-lost', marker: ORPHAN }, { price: { monthly: 9, setup: 0, currency: 'EUR' } });
    const { status, stdout } = await fleet.stowage('drift', '--detailed-exitcode');
    expect(status).toBe(2);
    expect(stdout).toMatch(/^- web-01 {2}machine sbx-\w+ is gone$/m);
    expect(stdout).toContain('!     parameters.size: s → l\n!     state: running → off\n');
    expect(stdout).toContain('costs €9.00/month');
    expect(stdout).toContain('Drift: 1 gone, 1 changed, 1 without a Host (€9.00/month)\n');
    expect((await fleet.stowage('drift')).status).toBe(0);
    expect((await drift()).deviations.map(({ what }) => what)).toEqual(['orphan', 'gone', 'changed']);
  });
});

test('plan --refresh warns of what is not as recorded, where it is declared', async () => {
  await meanwhile(async () => {
    machinesOf(fleet).remove(machine('web-01'));
    stray(fleet, { id: 'sbx-lost', marker: ORPHAN });
    const { status, stdout, stderr } = await fleet.stowage('plan', '--refresh');
    expect(status).toBe(0);
    expect(stderr).toMatch(/inventory\/fleet.yaml:9:\d+ warning drift.gone/);
    expect(stderr).toMatch(/inventory\/fleet.yaml:5:\d+ warning drift.orphan/);
    expect(stdout).toContain('nothing to do');
    const json = await fleet.stowage('plan', '--refresh', '-o', 'json');
    expect(departures('plan.json', json.stdout)).toEqual([]);
    expect((await fleet.stowage('plan')).stderr).not.toContain('drift.');
    expect((await fleet.stowage('plan', '--refresh', '--offline')).status).toBe(1);
  });
});

test('a provider that does not answer is said to be silent, until it is neither declared nor has Hosts', async () => {
  await meanwhile(async () => {
    const second = `{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: mute }, spec: { family: sandbox } }`;
    fleet.write('inventory/second.yaml', second);
    await fleet.stowage('apply', '--yes');
    const faults = [{ on: 'list', failure: 'transient' }];
    fleet.write('.stowage/sandbox/mute/behaviour.json', JSON.stringify({ faults }));
    meddle('web-02', { region: 'south' });
    const { status, stdout } = await fleet.stowage('drift', '--detailed-exitcode');
    expect(status).toBe(1);
    expect(stdout).toContain('? mute did not say what stands there: ');
    expect(stdout).toContain('Drift: 1 changed · 1 provider did not answer\n');
    expect((await drift()).silent).toMatchObject([{ provider: 'mute' }]);
    fleet.remove('inventory/second.yaml');
    expect((await fleet.stowage('drift', '--detailed-exitcode')).status).toBe(2);
  });
});

test('what was just applied is as it is recorded; what is advised for a machine that is gone works', async () => {
  expect(await fleet.stowage('drift', '--detailed-exitcode')).toEqual({
    status: 0,
    stdout: 'No drift: 2 hosts at 1 provider as recorded\n',
    stderr: '',
  });
  machinesOf(fleet).remove(machine('web-01'));
  const before = fleet.git('rev-parse', 'stowage/state');
  await fleet.stowage('drift');
  expect(fleet.git('rev-parse', 'stowage/state')).toBe(before);
  fleet.write('inventory/fleet.yaml', POOL + HOSTS.replace(/---\n.*web-01.*\n/, ''));
  await fleet.stowage('apply', '--yes');
  fleet.write('inventory/fleet.yaml', POOL + HOSTS);
  await fleet.stowage('apply', '--yes');
  expect((await fleet.stowage('drift')).stdout).toContain('No drift: 2 hosts');
  expect(machinesOf(fleet).all()).toHaveLength(2);
});

test('an order whose outcome nobody knows is no orphan', async () => {
  const faults = [
    { on: 'make', when: 'after', failure: 'ambiguous', times: 1 },
    { on: 'observe', failure: 'ambiguous' },
  ];
  fleet.write(`${SANDBOX}/behaviour.json`, JSON.stringify({ faults }));
  fleet.write('inventory/third.yaml', HOSTS.split('---\n')[2]?.replace('web-01', 'web-03') ?? '');
  expect((await fleet.stowage('apply', '--yes')).status).toBe(8);
  expect(machinesOf(fleet).all()).toHaveLength(3);
  expect((await drift()).deviations).toEqual([]);
});
