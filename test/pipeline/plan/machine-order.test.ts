import { describe, expect, test } from '@jest/globals';
import type { RecordedState } from '../../../src/model/recorded.ts';
import { applied, edited, planOf } from '../../support/planned.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: BillingAgreement, metadata: { name: deal }, spec: { organization: acme, discountPercent: 10 } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: pool }, spec: { family: sandbox, region: there } }
---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20, setup: 5 }, parameters: { size: s } } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small, image: debian-12 } }
`;

const stepOf = (yaml: string, recorded?: RecordedState) =>
  planOf(yaml, { recorded }).steps.find(({ address }) => address === 'Host/web-01');

/** The state after the host was made. */
function made(): RecordedState {
  const state = applied(planOf(FLEET));
  const price = { monthly: 18, setup: 5, currency: 'EUR' };
  const status = { state: 'active', uid: 'u1', provider: 'pool', machine: 'm1', price };
  return {
    ...state,
    objects: state.objects.map((object) => (object.kind === 'Host' ? { ...object, status } : object)),
  };
}

describe('a new Host', () => {
  test('is ordered from the provider of its family, at the agreed price', () => {
    const step = stepOf(FLEET);
    expect(step).toMatchObject({ verb: 'create', provider: 'pool', cost: 18 });
    expect(step?.summary).toBe('small, workspace prod, from pool');
    expect(step?.order).toEqual({
      name: 'web-01',
      region: 'there',
      parameters: { size: 's' },
      image: 'debian-12',
      sshKeys: [],
      userData: null,
      price: { monthly: 18, setup: 5, currency: 'EUR' },
    });
  });

  test('adds its price to the monthly cost of the fleet', () => {
    expect(planOf(FLEET).summary.monthlyCost).toEqual({ before: 0, after: 18, currency: 'EUR' });
  });

  test('comes after the provider and the profile it needs', () => {
    expect(stepOf(FLEET)?.needs).toEqual([
      'create:ComputeProfile/small',
      'create:ComputeProvider/pool',
      'create:Workspace/prod',
    ]);
  });

  test.each<[string, string, readonly [string, string]]>([
    ['the one it names', 'named', ['profile: small,', 'profile: small, provider: named,']],
    ['one of its workspace before the pool', 'own', ['{ name: named }', '{ name: own }']],
  ])('prefers %s', (_, provider, edit) => {
    const more = `---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: named }, spec: { family: sandbox, organization: acme, workspace: prod } }
`;
    expect(stepOf(edited(FLEET + more, edit))?.provider).toBe(provider);
  });

  test('of a family that is not realised is recorded and not sent, and costs nothing', () => {
    const step = stepOf(edited(FLEET, ['family: sandbox', 'family: hetzner-robot']));
    expect(step).toMatchObject({ provider: null, cost: 0 });
    expect(step?.summary).toBe('small, workspace prod (order recorded, not sent)');
  });

  test('is not ordered from a provider of another organization', () => {
    const other = `---
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: rival }, spec: {} }
`;
    const yaml = edited(FLEET + other, [
      'family: sandbox, region',
      'family: sandbox, organization: rival, region',
    ]);
    expect(stepOf(yaml)?.provider).toBeNull();
  });
});

describe('a Host that was made', () => {
  test('is no step while nothing changes, and its price is part of the cost', () => {
    const plan = planOf(FLEET, { recorded: made() });
    expect(plan.steps).toEqual([]);
    expect(plan.summary.monthlyCost).toMatchObject({ before: 18, after: 18 });
  });

  test('is given back where it came from when its manifest is gone', () => {
    const [, host = ''] = FLEET.split(/(?=---\n[^\n]*kind: Host)/);
    const step = stepOf(edited(FLEET, [host, '']), made());
    expect(step).toMatchObject({ verb: 'delete', provider: 'pool', cost: -18 });
  });

  test('is not ordered again when its manifest changes', () => {
    const step = stepOf(edited(FLEET, ['image: debian-12', 'image: debian-13']), made());
    expect(step).toMatchObject({ verb: 'update', provider: null, cost: 0 });
    expect(step?.order).toBeUndefined();
  });
});
