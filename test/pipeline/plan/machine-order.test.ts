import { describe, expect, test } from '@jest/globals';
import type { RecordedState } from '../../../src/model/recorded.ts';
import type { RecordedObject } from '../../../src/model/recorded-object.ts';
import { applied, edited, planOf } from '../../support/planned.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: BillingAgreement, metadata: { name: deal }, spec: { organization: acme, discountPercent: 10 } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: ours }, spec: { family: sandbox, organization: acme, region: there } }
---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20, setup: 5 }, parameters: { size: s } } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small, image: debian-12 } }
`;

const stepOf = (yaml: string, recorded?: RecordedState) =>
  planOf(yaml, { recorded }).steps.find(({ address }) => address === 'Host/web-01');

/** The state after the host was made. */
function made(more: RecordedObject['status'] = {}): RecordedState {
  const state = applied(planOf(FLEET));
  const price = { monthly: 18, setup: 5, currency: 'EUR' };
  const status = { state: 'active', uid: 'u1', provider: 'ours', machine: 'm1', price, ...more };
  return {
    ...state,
    objects: state.objects.map((object) => (object.kind === 'Host' ? { ...object, status } : object)),
  };
}

describe('a new Host', () => {
  test('is ordered from the provider of its family, at the agreed price', () => {
    const step = stepOf(FLEET);
    expect(step).toMatchObject({ verb: 'create', provider: 'ours', cost: 18 });
    expect(step?.summary).toBe('small, workspace prod, from ours');
    expect(step?.order).toEqual({
      name: 'web-01',
      region: 'there',
      parameters: { size: 's' },
      image: 'debian-12',
      sshKeys: [],
      userData: null,
      price: { monthly: 18, setup: 5, currency: 'EUR' },
      tasks: ['network', 'bootstrap'],
    });
  });

  test('adds its price to the monthly cost of the fleet', () => {
    expect(planOf(FLEET).summary.monthlyCost).toEqual({ before: 0, after: 18, currency: 'EUR' });
  });

  test('comes after the provider and the profile it needs', () => {
    expect(stepOf(FLEET)?.needs).toEqual([
      'create:ComputeProfile/small',
      'create:ComputeProvider/ours',
      'create:Workspace/prod',
    ]);
  });

  test.each<[string, string, readonly [string, string]]>([
    ['the one it names', 'named', ['profile: small,', 'profile: small, provider: named,']],
    ['one of its workspace before one of its organization', 'own', ['{ name: named }', '{ name: own }']],
  ])('prefers %s', (_, provider, edit) => {
    const more = `---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: named }, spec: { family: sandbox, organization: acme, workspace: prod } }
`;
    expect(stepOf(edited(FLEET + more, edit))?.provider).toBe(provider);
  });

  test.each<[string, readonly [string, string], string]>([
    [
      'no provider of its family',
      ['{ family: sandbox, org', '{ family: ionos-dcd, org'],
      'has no ComputeProvider',
    ],
    [
      'a provider of another organization only',
      ['organization: acme, region', 'organization: rival, region'],
      'none is free',
    ],
    [
      'a provider that it may not use',
      ['profile: small,', 'profile: small, provider: theirs,'],
      'may not order from theirs',
    ],
  ])('with %s cannot be ordered', (_, edit, words) => {
    const other = `---
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: rival }, spec: {} }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: theirs }, spec: { family: sandbox, organization: rival } }
`;
    expect(() => planOf(edited(FLEET + other, edit))).toThrow(words);
  });

  test('tries its regions one after the other, and keeps the name that it calls itself', () => {
    const step = stepOf(edited(FLEET, ['image: debian-12', 'regions: [a, b, c], hostname: web.example.org']));
    expect(step?.order).toMatchObject({ region: 'a', fallback: ['b', 'c'], hostname: 'web.example.org' });
  });

  test('takes over a machine that stands there', () => {
    const step = stepOf(edited(FLEET, ['image: debian-12', 'adopt: m-7']));
    expect(step?.summary).toBe('small, workspace prod, takes over machine m-7 at ours');
    expect(step?.order?.adopt).toBe('m-7');
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
    expect(step).toMatchObject({ verb: 'delete', provider: 'ours', cost: -18 });
  });

  test('is not ordered again when its tags change', () => {
    const step = stepOf(edited(FLEET, ['image: debian-12', 'image: debian-12, tags: { env: prod }']), made());
    expect(step).toMatchObject({ verb: 'update', provider: null, cost: 0 });
    expect(step?.order).toBeUndefined();
  });

  test('is renamed at its provider when it is to call itself otherwise', () => {
    const step = stepOf(
      edited(FLEET, ['image: debian-12', 'image: debian-12, hostname: w.example.org']),
      made(),
    );
    expect(step).toMatchObject({ provider: 'ours', order: { tasks: ['network'] } });
    expect(step?.summary).toBe('small, workspace prod, renamed at ours');
  });

  test('cannot become another machine', () => {
    const other = edited(FLEET, ['image: debian-12', 'image: debian-13']);
    expect(() => planOf(other, { recorded: made() })).toThrow('its image cannot be changed any more');
  });

  test('stays where it was made, whatever regions are to be tried', () => {
    const elsewhere = edited(FLEET, ['image: debian-12', 'image: debian-12, regions: [far, away]']);
    expect(() => planOf(elsewhere, { recorded: made({ region: 'there' }) })).toThrow(
      'its regions cannot be changed',
    );
    const more = edited(FLEET, ['image: debian-12', 'image: debian-12, regions: [there, away]']);
    expect(stepOf(more, made({ region: 'there' }))).toMatchObject({ verb: 'update', provider: null });
  });

  test('that is not finished goes on with the task it stopped at', () => {
    const step = stepOf(FLEET, made({ state: 'error', task: 'bootstrap' }));
    expect(step).toMatchObject({
      verb: 'update',
      provider: 'ours',
      cost: 0,
      order: { tasks: ['bootstrap'] },
    });
    expect(step?.summary).toBe('small, workspace prod, goes on with bootstrap at ours');
  });

  test('that is cancelled is no step before its day, costs nothing any more, and then is looked after', () => {
    const [, host = ''] = FLEET.split(/(?=---\n[^\n]*kind: Host)/);
    const without = edited(FLEET, [host, '']);
    const later = planOf(without, { recorded: made({ state: 'deleting', until: '2030-01-01' }) });
    expect(later.steps).toEqual([]);
    expect(later.summary.monthlyCost.after).toBe(0);
    expect(stepOf(without, made({ state: 'deleting', until: '2020-01-01' }))).toMatchObject({
      verb: 'delete',
    });
  });

  test('that is cancelled does not come back', () => {
    expect(() => planOf(FLEET, { recorded: made({ state: 'deleting', until: '2030-01-01' }) })).toThrow(
      'leaves on 2030-01-01',
    );
  });
});

describe('a provider of the free pool', () => {
  const POOL = edited(FLEET, ['organization: acme, region: there', 'region: there']);

  test('is claimed by the first order, for whose organization it is recorded', () => {
    const plan = planOf(POOL);
    const claim = plan.steps.find(({ address }) => address === 'ComputeProvider/ours');
    expect(claim?.summary).toContain('claimed for acme');
    expect(claim?.effect).toMatchObject({ after: { status: { organization: 'acme' } } });
    expect(planOf(POOL, { recorded: applied(plan) }).steps).toEqual([]);
  });

  test('that was there before is claimed in a step of its own, which the order needs', () => {
    const [, host = ''] = POOL.split(/(?=---\n[^\n]*kind: Host)/);
    const before = applied(planOf(edited(POOL, [host, ''])));
    const plan = planOf(POOL, { recorded: before });
    expect(plan.steps.map(({ id, needs }) => [id, needs])).toEqual([
      ['update:ComputeProvider/ours', []],
      ['create:Host/web-01', ['update:ComputeProvider/ours']],
    ]);
  });

  test('is not free for anybody else once it is claimed', () => {
    const rival = `---
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: rival }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: theirs }, spec: { organization: rival } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: a-01 }, spec: { workspace: theirs, profile: small } }
`;
    expect(() => planOf(POOL + rival)).toThrow('workspace prod has no ComputeProvider');
  });
});
