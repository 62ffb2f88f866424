import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { admits } from '../../../src/pipeline/place/admission.ts';
import { Instance } from '../../../src/pipeline/place/instance.ts';
import type { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import { Ranking } from '../../../src/pipeline/place/ranking.ts';
import { Rating } from '../../../src/pipeline/place/rating.ts';
import { seated } from '../../../src/pipeline/place/seated.ts';
import type { Workload } from '../../../src/pipeline/place/workload.ts';
import { fleet } from '../../support/fleet.ts';
import { recorded, words } from './any-fleet.ts';
import { POLICY } from './policy.ts';

/** Asks every rule of every compute and sorts, as nobody in a hurry would. */
function ranked(occupancy: Occupancy, workload: Workload) {
  const rating = new Rating(occupancy);
  rating.turnTo(workload);
  return [...occupancy.fleet.sites.names.keys()]
    .filter((compute) => admits(occupancy, workload, compute))
    .map((compute) => ({ compute, rank: rating.rank(compute) }))
    .sort((a, b) => b.rank - a.rank || a.compute - b.compute);
}

describe('the ranking of computes', () => {
  test('is what asking every compute would give, after every instance', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const graph = fleet(fleetWords);
        const { placements } = place(graph, before, POLICY);
        const half = placements.filter((_, nth) => nth % 2 === 0);
        const { occupancy } = seated(graph, half, POLICY);
        const ranking = new Ranking(occupancy);
        for (const workload of [...occupancy.fleet.workloads].sort((a, b) => a.class - b.class)) {
          for (let nth = 1; nth <= 3; nth++) {
            ranking.turnTo(workload);
            const all = ranked(occupancy, workload);
            expect(ranking.top(Infinity)).toEqual(all);
            expect(ranking.count).toBe(all.length);
            const instance = new Instance(workload, 0, undefined);
            expect(ranking.seat(instance)).toBe(all.length > 0);
            expect(instance.compute).toBe(all[0]?.compute ?? -1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
