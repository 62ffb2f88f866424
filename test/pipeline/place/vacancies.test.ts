import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasBit } from '../../../src/pipeline/place/bits.ts';
import { closeComputes, eligibilitiesOf } from '../../../src/pipeline/place/close-computes.ts';
import type { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import type { Eligibility } from '../../../src/pipeline/place/workload.ts';
import type { ComputeWords } from '../../support/fleet.ts';
import { emptyFleet } from './seats.ts';

const NVME = [{ matchLabels: { disk: 'nvme' } }];
const SERVICES = {
  any: { cores: 1 },
  picky: { cores: 1, affinity: NVME },
  spread: { cores: 1, topologyKey: 'stowage/region' },
};
const SIZE = 6;
const COMPUTES = Object.fromEntries(
  Array.from({ length: SIZE }, (_, nth): [string, ComputeWords] => [
    `c${nth}`,
    {
      cores: 4 * (1 + (nth % 2)),
      region: nth < 3 ? 'fsn1' : 'nbg1',
      tags: nth === 2 ? {} : { disk: 'nvme' },
    },
  ]),
);

/** Looks at every compute: the empty ones of each group, by name. */
function groupsIn({ fleet, inUse, vacancies }: Occupancy, eligibility: Eligibility): number[][] {
  const segments = eligibility.topology?.values.length ?? 1;
  const groups = Array.from({ length: segments * fleet.shapes.count }, (): number[] => []);
  for (let compute = 0; compute < fleet.size; compute++) {
    if (eligibility.mask[compute] !== 1 || hasBit(inUse, compute)) continue;
    groups[vacancies.groupOf(eligibility, compute)]?.push(compute);
  }
  return groups;
}

function expectRight(occupancy: Occupancy, eligibility: Eligibility): void {
  const groups = groupsIn(occupancy, eligibility);
  const { counts, firsts } = occupancy.vacancies.of(eligibility) ?? { counts: [], firsts: [] };
  expect([...counts]).toEqual(groups.map(({ length }) => length));
  expect([...firsts]).toEqual(groups.map(([first]) => first ?? -1));
}

test('the empty computes of each group are known, whoever comes and goes between the questions', () => {
  const step = fc.record({ compute: fc.nat(SIZE - 1), asked: fc.subarray([0, 1, 2]) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { occupancy, instance } = emptyFleet({ computes: COMPUTES, services: SERVICES });
      const eligibilities = eligibilitiesOf(occupancy.fleet);
      for (const { compute, asked } of steps) {
        const [guest] = occupancy.on(compute);
        if (guest) occupancy.take(guest);
        else occupancy.put(instance('any', 1), compute);
        for (const nth of asked) expectRight(occupancy, eligibilities[nth] as Eligibility);
      }
      for (const eligibility of eligibilities) expectRight(occupancy, eligibility);
    }),
  );
});

test('what is closed is not among them once they are forgotten', () => {
  const { occupancy } = emptyFleet({ computes: COMPUTES, services: SERVICES });
  const eligibilities = eligibilitiesOf(occupancy.fleet);
  const [any] = eligibilities as [Eligibility];
  expectRight(occupancy, any);
  const reopen = closeComputes(occupancy.fleet, eligibilities, [0]);
  occupancy.vacancies.forget();
  expectRight(occupancy, any);
  expect(occupancy.vacancies.of(any)?.firsts).toContain(2);
  reopen();
});

test('where they fall into too many groups, they are not grouped', () => {
  const computes = Object.fromEntries(Array.from({ length: 65 }, (_, nth) => [`c${nth}`, { cores: 4 }]));
  const services = { s: { cores: 1, topologyKey: 'stowage/name' } };
  const { occupancy } = emptyFleet({ computes, services });
  expect(occupancy.vacancies.of(eligibilitiesOf(occupancy.fleet)[0] as Eligibility)).toBeUndefined();
});
