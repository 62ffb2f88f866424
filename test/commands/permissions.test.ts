import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome, TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const ORGANIZATION = `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec:
  members:
    - { principal: ada@example.org, roles: [admin] }
    - { principal: eve@example.org, roles: [viewer] }
`;
const compute = (index: number): string =>
  `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: c${index} }, spec: { type: vm, provider: own, region: berlin } }\n`;
const EVE = { name: 'Eve', email: 'eve@example.org' };

let fleet: TestFleet;
const tip = (): string => fleet.git('rev-parse', 'stowage/state');
const asEve = (...args: string[]): Promise<Outcome> => fleet.stowageIn({ actor: EVE }, ...args);

describe('where an organization has members', () => {
  beforeAll(async () => {
    fleet = testFleet({ 'inventory/org.yaml': ORGANIZATION });
    expect(await fleet.stowage('apply', '--yes')).toMatchObject({ status: 0 });
    fleet.write('inventory/c.yaml', [1, 2, 3, 4, 5, 6, 7].map(compute).join('---\n'));
  });
  afterAll(() => fleet.dispose());

  test('an apply by who lacks a permission is refused with it, the steps, and who has it', async () => {
    const before = tip();
    expect(await asEve('apply', '--yes', '--quiet')).toEqual({
      status: 4,
      stdout: '',
      stderr:
        'error permission.denied: eve@example.org lacks inventory.write, for create:Compute/c1, create:Compute/c2, ' +
        'create:Compute/c3, create:Compute/c4, create:Compute/c5 and 2 more (held by ada@example.org)\n' +
        '  help: ask one of them, or have the role added to the members of an Organization\n',
    });
    expect(tip()).toBe(before);
  });

  test('a plan by them says so, and is the same plan', async () => {
    const { status, stderr } = await asEve('plan');
    expect(status).toBe(0);
    expect(stderr).toContain(
      'warning permission.denied apply would be refused: eve@example.org lacks inventory.write',
    );
    expect((await fleet.stowage('plan')).stderr).not.toContain('permission');
    expect((await asEve('plan', '-o', 'json')).stdout).toBe(
      (await fleet.stowage('plan', '-o', 'json')).stdout,
    );
  });

  test('nobody gets in by a manifest that is not applied yet', async () => {
    fleet.write('inventory/org.yaml', ORGANIZATION.replace('[viewer]', '[admin]'));
    const { status, stderr } = await asEve('apply', '--yes', '--quiet');
    expect(stderr).toContain('provider.write of acme, for update:Organization/acme');
    expect(status).toBe(4);
    fleet.write('inventory/org.yaml', ORGANIZATION);
  });

  test('an entry in the journal takes a permission, too', async () => {
    const before = tip();
    const { status, stderr } = await asEve('journal', 'add', 'hello');
    expect(stderr).toContain('permission.denied: eve@example.org lacks journal.write, for journal add');
    expect(status).toBe(4);
    expect(tip()).toBe(before);
    expect(await fleet.stowage('journal', 'add', 'hello')).toMatchObject({ status: 0 });
  });

  test('an apply by who has them goes through', async () => {
    expect(await fleet.stowage('apply', '--yes')).toMatchObject({ status: 0 });
  });

  test('an apply with nothing to do is refused to nobody', async () => {
    expect(await asEve('apply')).toMatchObject({ status: 0 });
  });
});
