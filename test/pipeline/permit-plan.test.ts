import { describe, expect, test } from '@jest/globals';
import { permitEntry, permitPlan } from '../../src/pipeline/permit-plan.ts';
import { edited, planOf, recordedFrom } from '../support/planned.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: { members: [
  { principal: ada@example.org, roles: [admin] },
  { principal: bob@example.org, roles: [operator] },
  { principal: eve@example.org, roles: [viewer] },
  { principal: ci-deploy, roles: [viewer, host.create] } ] } }
---
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: other }, spec: { members: [
  { principal: olga@example.org, roles: [admin] } ] } }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: hetzner-cloud, resources: { cores: 2, memory: 4096, nvme: 40 }, price: { monthly: 4, currency: EUR } } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: hcloud }, spec: { family: hetzner-cloud, organization: acme } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small, region: fsn1 } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: own-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: ip }, spec: { address: 49.12.8.10, type: public } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} } } }
`;
const HOST = FLEET.split('---').find((text) => text.includes('kind: Host')) ?? '';
const recorded = recordedFrom(FLEET);

/** What somebody lacks for an edit of the fleet: `permission of organization`. */
function lacks(who: string, ...edits: readonly (readonly [string, string])[]): string[] {
  const { steps } = planOf(edited(FLEET, ...edits), { recorded });
  const actor = who.includes('@') ? { name: 'Somebody', email: who } : { name: who, email: '' };
  return permitPlan(steps, recorded, actor).map(
    ({ permission, organization }) => permission + (organization === null ? '' : ` of ${organization}`),
  );
}

const ORDER = [HOST, `${HOST}---${HOST.replace('web-01', 'web-02')}`] as const;
const GIVE_BACK = [`${HOST}---`, ''] as const;
const REGION = ['region: berlin', 'region: bonn'] as const;
const ADDRESS = ['49.12.8.10', '49.12.8.11'] as const;
const MEMBER = ['roles: [viewer] }', 'roles: [admin] }'] as const;
const MOVE = ['organization: acme', 'organization: other'] as const;
const REPLICAS = ['spec: { resources', 'spec: { replicas: 2, resources'] as const;

describe('what an actor lacks', () => {
  test.each([
    ['an admin may order', 'ada@example.org', ORDER, []],
    ['an operator may order', 'bob@example.org', ORDER, []],
    ['a single permission is enough', 'ci-deploy', ORDER, []],
    ['a viewer may not order', 'eve@example.org', ORDER, ['host.create of acme']],
    ['a stranger may not order', 'mallory@example.org', ORDER, ['host.create of acme']],
    ['an admin of another organization may not order', 'olga@example.org', ORDER, ['host.create of acme']],
    ['who may order may not give back', 'ci-deploy', GIVE_BACK, ['host.delete of acme']],
    ['an operator may give back', 'bob@example.org', GIVE_BACK, []],
    ['an e-mail address is the same in any case', 'BOB@Example.org', GIVE_BACK, []],
    ['an operator may change the inventory', 'bob@example.org', REGION, []],
    ['so may a member of another organization: it belongs to none', 'olga@example.org', REGION, []],
    ['a viewer may not', 'eve@example.org', REGION, ['inventory.write']],
    ['nor change the network', 'eve@example.org', ADDRESS, ['network.write']],
    ['nor place another instance', 'eve@example.org', REPLICAS, ['inventory.write']],
    ['an operator may not change members', 'bob@example.org', MEMBER, ['provider.write of acme']],
    ['a viewer cannot make themselves an admin', 'eve@example.org', MEMBER, ['provider.write of acme']],
    ['an admin may', 'ada@example.org', MEMBER, []],
    [
      'what moves between organizations takes the permission of both',
      'ada@example.org',
      MOVE,
      ['provider.write of other'],
    ],
  ])('%s', (_what, who, edit, expected) => {
    expect(lacks(who, edit)).toEqual(expected);
  });

  test('nothing where no organization has members', () => {
    const open = FLEET.replace(/(kind: Organization.*?spec: )[^]*?(?=\n---)/g, '$1{} }');
    const { steps } = planOf(open);
    expect(steps.length).toBeGreaterThan(5);
    expect(permitPlan(steps, recordedFrom(open), { name: '', email: '' })).toEqual([]);
  });

  test('before any members are recorded, those that would be decide', () => {
    const { steps } = planOf(FLEET);
    const before = recordedFrom('');
    expect(permitPlan(steps, before, { name: 'Eve', email: 'eve@example.org' })).not.toEqual([]);
    expect(permitPlan(steps, before, { name: 'Ada', email: 'ada@example.org' })).toEqual([
      expect.objectContaining({ permission: 'provider.write', organization: 'other' }),
    ]);
  });

  test('is told with every step and everybody who could', () => {
    const { steps } = planOf(edited(FLEET, ORDER), { recorded });
    expect(permitPlan(steps, recorded, { name: 'Eve', email: 'eve@example.org' })).toEqual([
      {
        permission: 'host.create',
        organization: 'acme',
        needed: ['create:Host/web-02'],
        holders: ['ada@example.org', 'bob@example.org', 'ci-deploy'],
      },
    ]);
  });

  test('to write in the journal is journal.write', () => {
    const missing = (email: string) =>
      permitEntry(recorded, { name: '', email }).map(({ permission }) => permission);
    expect(missing('bob@example.org')).toEqual([]);
    expect(missing('eve@example.org')).toEqual(['journal.write']);
  });
});
