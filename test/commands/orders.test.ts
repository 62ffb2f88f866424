import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/model/plan.ts';
import type { Behaviour } from '../../src/providers/sandbox/behaviour.ts';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const BASE = (organization = '', workspace = '') => `
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: { ${organization} } }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme${workspace} } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: sandbox }, spec: { family: sandbox, organization: acme } }
---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2, memory: 4096 }, price: { monthly: 20, setup: 5 } } }
`;
const hosts = (count: number, more = ''): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `{ apiVersion: stowage/v1, kind: Host, metadata: { name: h-${String(index + 1).padStart(2, '0')} }, spec: { workspace: prod, profile: small${more} } }\n`,
  ).join('---\n');

const SETTINGS = (more = '') =>
  `{ apiVersion: stowage/v1, kind: Project, metadata: { name: test }, spec: { state: { remote: none }, guards: { maxOrders: 50 }${more} } }\n`;

let fleet: TestFleet;
beforeEach(() => {
  fleet = testFleet({ 'stowage.yaml': SETTINGS() });
});
afterEach(() => fleet.dispose());

const declare = (yaml: string): void => fleet.write('inventory/fleet.yaml', yaml);
const behave = (behaviour: Behaviour): void => {
  mkdirSync(join(fleet.directory, '.stowage/sandbox/sandbox'), { recursive: true });
  writeFileSync(join(fleet.directory, '.stowage/sandbox/sandbox/behaviour.json'), JSON.stringify(behaviour));
};

describe('a plan that orders', () => {
  test('says of every order whether it is to be had, what it costs a month and what once', async () => {
    declare(`${BASE()}---\n${hosts(2)}`);
    const { status, stdout } = await fleet.stowage('plan');
    expect(status).toBe(0);
    expect(stdout).toContain(
      '+ h-01  small, workspace prod, from sandbox (available)  +€20.00/month, €5.00 once',
    );
    expect(stdout).toContain('€0.00 → €40.00/month · €10.00 once');
  });

  test('asks nobody where it is told so', async () => {
    declare(`${BASE()}---\n${hosts(1)}`);
    behave({ stock: { there: 0 } });
    const { stdout } = await fleet.stowage('plan', '--offline');
    expect(stdout).toContain('from sandbox (availability unknown)');
    const json = await fleet.stowage('plan', '--offline', '-o', 'json');
    expect((JSON.parse(json.stdout) as Plan).quotes).toMatchObject([
      { step: 'create:Host/h-01', objection: { failure: 'transient', message: 'nobody was asked' } },
    ]);
  });

  test('names the next region where the first is full', async () => {
    declare(`${BASE()}---\n${hosts(1, ', regions: [full, open]')}`);
    behave({ stock: { full: 0 } });
    const { status, stdout } = await fleet.stowage('plan');
    expect(status).toBe(0);
    expect(stdout).toContain('(available in open)');
  });

  test('that is to be had nowhere is refused, with where it stands', async () => {
    declare(`${BASE()}---\n${hosts(1, ', regions: [full, packed]')}`);
    behave({ stock: { full: 0, packed: 0 } });
    const { status, stdout, stderr } = await fleet.stowage('plan');
    expect(status).toBe(4);
    expect(stdout).toContain('(not available)');
    expect(stderr).toMatch(
      /inventory\/fleet\.yaml:\d+:\d+ error capacity\.unavailable full holds 0 machines/,
    );
  });

  test('beyond the limits of its organization says which, by how much, and exits with 4', async () => {
    declare(`${BASE('limits: { hosts: 10 }', ', limits: { monthlyCost: 300 }')}---\n${hosts(20)}`);
    const { status, stdout } = await fleet.stowage('plan');
    expect(status).toBe(4);
    expect(stdout).toContain('organization acme would have 20 hosts, 10 hosts over its limit of 10 hosts');
    expect(stdout).toContain(
      'workspace prod would have 400.00 EUR a month, 100.00 EUR a month over its limit',
    );
    expect((await fleet.stowage('apply', '--yes')).status).toBe(4);
    declare(`${BASE('limits: { hosts: 1 }')}---\n${hosts(2)}`);
    expect((await fleet.stowage('plan')).stdout).toContain(
      'organization acme would have 2 hosts, 1 host over its limit of 1 host\n',
    );
  });

  test('is not told to be applied while a provider refuses it', async () => {
    declare(`${BASE()}---\n${hosts(1, ', regions: [full]')}`);
    behave({ stock: { full: 0 } });
    const { stderr } = await fleet.stowage('plan');
    expect(stderr).toContain('Next: mend what the errors name, then stowage plan\n');
    expect(stderr).not.toContain('stowage apply');
  });

  test('within its limits is not stopped, nor is what stands already', async () => {
    declare(`${BASE('limits: { hosts: 2, cores: 4, memory: 8192 }')}---\n${hosts(2)}`);
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
    declare(`${BASE('limits: { hosts: 1 }')}---\n${hosts(2)}`);
    expect((await fleet.stowage('plan')).status).toBe(0);
  });
});

describe('a fleet of 20 ordered hosts', () => {
  test('is ordered, changed, drained and given back by validate, plan and apply alone', async () => {
    const service = `---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { replicas: 10, resources: { min: { cores: 1, memory: 1024 } }, placement: { spreadMax: 1 } } }
`;
    const all = `${BASE()}---\n${hosts(20)}`;
    declare(all + service);
    for (const verb of ['validate', 'plan']) expect((await fleet.stowage(verb)).status).toBe(0);
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
    expect((await fleet.stowage('plan')).stdout).toContain('nothing to do');

    const report = JSON.parse((await fleet.stowage('report', '-o', 'json')).stdout) as {
      computes: { active: number };
      total: { monthlyCost: number };
    };
    expect([report.computes.active, report.total.monthlyCost]).toEqual([20, 400]);

    declare(all.replaceAll('profile: small }', 'profile: small, tags: { env: prod } }') + service);
    expect((await fleet.stowage('apply', '--yes')).stdout).toContain('20 change');

    const placed = async (): Promise<string[]> => {
      const plan = JSON.parse((await fleet.stowage('plan', '-o', 'json')).stdout) as Plan;
      return plan.placements.map(({ compute }) => compute);
    };
    const [busy = ''] = await placed();
    const drained = all.replace(
      `name: ${busy} }, spec: { workspace: prod`,
      `name: ${busy} }, spec: { state: maintenance, workspace: prod`,
    );
    declare(drained.replaceAll('profile: small }', 'profile: small, tags: { env: prod } }') + service);
    expect((await fleet.stowage('apply', '--yes')).stdout).toContain('1 move');
    expect(await placed()).not.toContain(busy);

    declare(BASE());
    const plan = JSON.parse((await fleet.stowage('plan', '-o', 'json')).stdout) as Plan;
    const approvals = plan.guards.flatMap(({ name }) => ['--approve', `${name}=${plan.digest}`]);
    expect((await fleet.stowage('apply', '--yes', ...approvals)).status).toBe(0);
    const log = readFileSync(join(fleet.directory, '.stowage/sandbox/sandbox/log.ndjson'), 'utf8');
    expect([log.match(/"made"/g)?.length, log.match(/"removed"/g)?.length]).toEqual([20, 20]);
  });
});

test('a host that is delivered has its addresses and what runs on it in its report', async () => {
  declare(`${BASE()}---\n${hosts(1)}`);
  await fleet.stowage('apply', '--yes');
  const { stdout } = await fleet.stowage('report', 'h-01');
  expect(stdout).toMatch(/2001:db8:[0-9a-f:]+/);
  expect(stdout).toContain('4 GB');
});

test('the provider that has a machine stays declared until its Host is deleted', async () => {
  declare(`${BASE()}---\n${hosts(1)}`);
  await fleet.stowage('apply', '--yes');
  declare(`${BASE().replace('name: sandbox }', 'name: another }')}---\n${hosts(1)}`);
  const { status, stderr } = await fleet.stowage('apply', '--yes');
  expect(status).toBe(3);
  expect(stderr).toContain(
    'provider.missing its machine stands at sandbox, and there is no ComputeProvider/sandbox any more',
  );
  // Both go in one plan, the machine first.
  declare(BASE().replace(/---\n.*ComputeProvider.*\n/, ''));
  const plan = JSON.parse((await fleet.stowage('plan', '-o', 'json')).stdout) as Plan;
  const approvals = plan.guards.flatMap(({ name }) => ['--approve', `${name}=${plan.digest}`]);
  expect(plan.steps.find(({ id }) => id === 'delete:ComputeProvider/sandbox')?.needs).toEqual([
    'delete:Host/h-01',
  ]);
  expect((await fleet.stowage('apply', '--yes', ...approvals)).status).toBe(0);
  expect((await fleet.stowage('plan')).stdout).toContain('nothing to do');
});
