import { describe, expect, test } from '@jest/globals';
import { planFleet } from '../../../src/pipeline/plan-fleet.ts';
import { readProject } from '../../../src/pipeline/read-project.ts';
import { NOTHING_RECORDED } from '../../../src/model/recorded.ts';
import { compute, fleetOf, ipAddress, ipAssignment, ipPool } from '../../support/addresses.ts';
import { applied, fileOf, planOf, recordedFrom } from '../../support/planned.ts';

const POOLS = [
  compute('web'),
  ipPool('fsn1', { cidr: '10.20.0.0/24', gateway: '10.20.0.1' }),
  ipPool('hel1', { cidr: '10.30.0.0/24', gateway: '10.30.0.1' }),
];
const wanting = (name: string, pool: string): string =>
  ipAssignment(name, { compute: 'web', pool, primary: name === 'a' });
const FLEET = fleetOf(...POOLS, wanting('a', 'fsn1'), wanting('b', 'fsn1'));

describe('a plan chooses the addresses that pools give', () => {
  test('it shows and records them, and there is nothing left to plan', () => {
    const plan = planOf(FLEET);
    const step = plan.steps.find(({ id }) => id === 'create:IPAssignment/a');
    expect(step?.summary).toBe('10.20.0.2 of fsn1 for web, primary');
    expect(step?.notes).toEqual([
      expect.objectContaining({
        compute: 'web',
        subject: 'add IPAssignment a, 10.20.0.2 of fsn1 for web, primary',
      }),
    ]);
    const recorded = applied(plan);
    expect(
      recorded.objects.flatMap(({ kind, key, status }) => (kind === 'IPAssignment' ? [[key, status]] : [])),
    ).toEqual([
      ['a', { address: '10.20.0.2' }],
      ['b', { address: '10.20.0.3' }],
    ]);
    expect(planOf(FLEET, { recorded }).steps).toEqual([]);
  });

  test('another pool is another address', () => {
    const moved = fleetOf(...POOLS, wanting('a', 'hel1'), wanting('b', 'fsn1'));
    const [step, ...more] = planOf(moved, { recorded: recordedFrom(FLEET) }).steps;
    expect(more).toEqual([]);
    expect(step?.summary).toBe('10.30.0.2 of hel1 for web, primary');
    expect(step?.changes).toEqual([
      { path: 'spec.pool', before: 'fsn1', after: 'hel1' },
      { path: 'status.address', before: '10.20.0.2', after: '10.30.0.2' },
    ]);
  });

  test('who is added or goes moves nobody', () => {
    const recorded = recordedFrom(FLEET);
    const fewer = planOf(fleetOf(...POOLS, wanting('b', 'fsn1')), { recorded });
    expect(fewer.steps.map(({ id }) => id)).toEqual(['delete:IPAssignment/a']);
    const more = planOf(fleetOf(FLEET, wanting('aa', 'fsn1')), { recorded });
    expect(more.steps.map(({ id, summary }) => `${id} ${summary}`)).toEqual([
      'create:IPAssignment/aa 10.20.0.4 of fsn1 for web',
    ]);
  });

  test('an address that is declared by now is given up, and the plan says so', () => {
    const recorded = recordedFrom(FLEET);
    const plan = planOf(fleetOf(FLEET, ipAddress('router', { address: '10.20.0.2' })), { recorded });
    const step = plan.steps.find(({ id }) => id === 'update:IPAssignment/a');
    expect(step?.changes).toEqual([{ path: 'status.address', before: '10.20.0.2', after: '10.20.0.4' }]);
    expect(step?.notes[0]?.subject).toBe('change IPAssignment a, address 10.20.0.2 → 10.20.0.4');
    expect(applied(plan, recorded).objects.find(({ key }) => key === 'a')?.status).toEqual({
      address: '10.20.0.4',
    });
  });

  test('a state that was recorded without addresses gets them', () => {
    const recorded = recordedFrom(FLEET);
    const objects = recorded.objects.map((object) => ({ ...object, status: {} }));
    const steps = planOf(FLEET, { recorded: { ...recorded, objects } }).steps;
    expect(steps.map(({ id, changes }) => [id, changes])).toEqual([
      ['update:IPAssignment/a', [{ path: 'status.address', after: '10.20.0.2' }]],
      ['update:IPAssignment/b', [{ path: 'status.address', after: '10.20.0.3' }]],
    ]);
  });

  test('the address of a pool is gone where a certain one is named', () => {
    const recorded = recordedFrom(FLEET);
    const named = ipAssignment('a', { compute: 'web', ip: 'vip', primary: true });
    const fleet = fleetOf(...POOLS, ipAddress('vip', { address: '10.20.0.9' }), named, wanting('b', 'fsn1'));
    const after = applied(planOf(fleet, { recorded }), recorded);
    expect(after.objects.find(({ kind, key }) => kind === 'IPAssignment' && key === 'a')?.status).toEqual({});
    expect(planOf(fleet, { recorded: after }).steps).toEqual([]);
  });

  test('there is none where a pool is exhausted', () => {
    const tiny = fleetOf(
      compute('web'),
      ipPool('tiny', { cidr: '10.40.0.0/32' }),
      wanting('a', 'tiny'),
      wanting('b', 'tiny'),
    );
    const project = readProject(null, 'test').value;
    const files = [fileOf('fleet.yaml', tiny)];
    const around = { tree: 'tree', today: '2026-01-15', version: '1.2.3', recorded: NOTHING_RECORDED };
    const { plan, diagnostics } = planFleet({ project, files, ...around });
    expect(plan).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['pool.exhausted']);
  });
});
