import { expect, test } from '@jest/globals';
import { compile } from '../../../src/pipeline/place/compile.ts';
import { Instance } from '../../../src/pipeline/place/instance.ts';
import { MostPlaced } from '../../../src/pipeline/place/most-placed.ts';
import { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

/** One compute of four cores; an urgent one of three and four small ones want a place. */
function crowd(): { occupancy: Occupancy; urgent: Instance; small: Instance[]; most: MostPlaced } {
  const services = { small: { cores: 1, replicas: 4 }, urgent: { cores: 3, priority: 1 } };
  const occupancy = new Occupancy(compile(fleet({ computes: { a: { cores: 4 } }, services }), POLICY));
  const [other, first] = occupancy.fleet.workloads;
  if (!first || !other) throw new Error('the fleet has two services');
  const [urgent, modest] = first.priority === 1 ? [first, other] : [other, first];
  const one = new Instance(urgent, 1, undefined);
  const small = [1, 2, 3, 4].map((number) => new Instance(modest, number, undefined));
  return { occupancy, urgent: one, small, most: new MostPlaced(occupancy, [one, ...small]) };
}

test('many modest ones do not make up for an urgent one', () => {
  const { occupancy, small, most } = crowd();
  for (const one of small) occupancy.put(one, 0);
  expect(most.more()).toBeGreaterThanOrEqual(1);
});

test('what is pinned leaves no room', () => {
  const { occupancy, urgent, small } = crowd();
  for (const one of small) occupancy.put(one, 0);
  expect(new MostPlaced(occupancy, [urgent]).more()).toBe(0);
});

test('nobody is missing where all who could have a place have one', () => {
  const services = { one: { cores: 1, replicas: 2 }, vast: { cores: 64 } };
  const occupancy = new Occupancy(compile(fleet({ computes: { a: { cores: 2 } }, services }), POLICY));
  const all = occupancy.fleet.workloads.flatMap((workload) =>
    Array.from({ length: workload.replicas }, (_, nth) => new Instance(workload, nth + 1, undefined)),
  );
  const most = new MostPlaced(occupancy, all);
  expect(most.more()).toBe(2);
  for (const one of all) if (one.workload.name === 'one') occupancy.put(one, 0);
  expect(most.more()).toBe(0);
});
