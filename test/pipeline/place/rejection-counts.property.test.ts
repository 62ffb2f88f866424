import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OCCUPANCY_FILTERS } from '../../../src/pipeline/place/filters/occupancy.ts';
import { STANDING_FILTERS } from '../../../src/pipeline/place/filters/standing.ts';
import type { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import { RejectionCounts } from '../../../src/pipeline/place/rejection-counts.ts';
import { seated } from '../../../src/pipeline/place/seated.ts';
import type { Workload } from '../../../src/pipeline/place/workload.ts';
import { fleet } from '../../support/fleet.ts';
import { recorded, words } from './any-fleet.ts';
import { POLICY } from './policy.ts';

/** Asks every rule of every compute, in order, and counts for whom the first says no. */
function countOneByOne(occupancy: Occupancy, workload: Workload): number[] {
  const { sites } = occupancy.fleet;
  const counts = [...STANDING_FILTERS, ...OCCUPANCY_FILTERS, 'none'].map(() => 0);
  for (let compute = 0; compute < sites.names.length; compute++) {
    const standing = STANDING_FILTERS.findIndex((filter) => filter.refusal(sites, workload.rules, compute));
    const occupied = OCCUPANCY_FILTERS.findIndex((filter) => {
      return filter.concerns(workload) && filter.rejects(occupancy, workload, compute);
    });
    const rule = standing >= 0 ? standing : occupied >= 0 ? STANDING_FILTERS.length + occupied : -1;
    counts[rule >= 0 ? rule : counts.length - 1]!++;
  }
  return counts;
}

describe('the counts of what rules out computes', () => {
  test('add up to the computes of the fleet for every service, placed or not', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const graph = fleet(fleetWords);
        const { rejections } = place(graph, before, POLICY);
        const computes = Object.keys(fleetWords.computes).length;
        for (const workload of seated(graph, [], POLICY).occupancy.fleet.workloads) {
          const ruledOut = rejections.ruledOut(workload).reduce((sum, count) => sum + count, 0);
          expect(ruledOut + rejections.candidates(workload)).toBe(computes);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are what asking every rule of every compute would count', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const graph = fleet(fleetWords);
        const { placements } = place(graph, before, POLICY);
        const half = placements.filter((_, nth) => nth % 2 === 0);
        const { occupancy } = seated(graph, half, POLICY);
        const counts = new RejectionCounts(occupancy);
        for (const workload of occupancy.fleet.workloads) {
          const told = [...counts.ruledOut(workload), counts.candidates(workload)];
          expect(told).toEqual(countOneByOne(occupancy, workload));
        }
      }),
      { numRuns: 200 },
    );
  });
});
