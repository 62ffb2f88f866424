import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Placement, PlacementOutcome } from '../../../src/model/placement.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import { openHighsInProcess } from '../../../src/solver/highs/open-highs-in-process.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { recorded, words } from '../place/any-fleet.ts';
import { situationIn } from '../place/exact-fleet.ts';
import type { Seat } from '../place/hard-rules.ts';
import { seatBreaches } from '../place/hard-rules.ts';
import { POLICY } from '../place/policy.ts';
import type { ConsolidatedFleet } from '../../../src/pipeline/consolidate-fleet.ts';
import { consolidated } from './consolidated.ts';
import { costOf, priced, prices } from './prices.ts';

let solver: Solver;
beforeAll(async () => void (solver = await openHighsInProcess()));
afterAll(() => solver.dispose());

/** What everything stands on once the moves are made. */
function moved(before: PlacementOutcome, { moves }: Simulation): Seat[] {
  return before.placements.map((seat) => {
    const move = moves.find(
      ({ service, instance }) => service === seat.service && instance === seat.instance,
    );
    return move ? { ...seat, compute: move.to } : seat;
  });
}

function without(words: FleetWords, { consolidation }: ConsolidatedFleet): FleetWords {
  const closed = new Set(consolidation.givenBack.map(({ compute }) => compute));
  const computes = Object.entries(words.computes).map(
    ([name, compute]) =>
      [name, closed.has(name) ? { ...compute, state: 'maintenance' as const } : compute] as const,
  );
  return { ...words, computes: Object.fromEntries(computes) };
}

describe('whatever the fleet', () => {
  test('consolidation costs no more, breaks no rule, leaves nobody without a place, and is what a plan does', async () => {
    await fc.assert(
      fc.asyncProperty(words, recorded, prices, async (drawn, records, monthly) => {
        const fleetWords = priced(drawn, monthly);
        const before = place(fleet(fleetWords), records, POLICY);
        const standing = { recorded: before.placements };
        const simulation = await consolidated(fleet(fleetWords), solver, standing);
        const seats = moved(before, simulation);
        const { inUse, lowerBound, planned } = simulation.consolidation;
        const rest = without(fleetWords, simulation);

        expect(simulation).toMatchObject({ unplaced: [], placed: [], pending: 0, released: 0 });
        expect(seatBreaches(fleetWords, seats)).toEqual([]);
        expect(seatBreaches(rest, seats)).toEqual([]);
        expect(inUse).toEqual({
          before: costOf(fleetWords, before.placements),
          after: costOf(fleetWords, seats),
        });
        expect(inUse.after).toBeLessThanOrEqual(inUse.before);
        expect(lowerBound).toBeLessThanOrEqual(inUse.after);
        if (planned)
          expect(namesOf(place(fleet(rest), before.placements, POLICY).placements)).toEqual(namesOf(seats));
      }),
      { numRuns: 6 },
    );
  });

  test('of a small one nothing is cheaper', async () => {
    const small = situationIn({ computes: 4, services: 4, replicas: 3, instances: 6 });
    await fc.assert(
      fc.asyncProperty(small, prices, async ({ words: drawn, before: records }, monthly) => {
        const fleetWords = priced(drawn, monthly);
        const before = place(fleet(fleetWords), records, POLICY);
        const simulation = await consolidated(fleet(fleetWords), solver, { recorded: before.placements });
        const { inUse, lowerBound } = simulation.consolidation;
        const best = cheapest(fleetWords, before.placements);
        expect(inUse.after).toBe(best);
        expect(lowerBound).toBeLessThanOrEqual(best);
      }),
      { numRuns: 8 },
    );
  });
});

function namesOf(seats: readonly Seat[]): string[] {
  return seats.map(({ service, instance, compute }) => `${service}/${instance}@${compute}`);
}

/** The least that computes in use can cost, by trying every way to seat everybody. */
function cheapest(fleetWords: FleetWords, before: readonly Placement[]): number {
  let best = Infinity;
  const visit = (seats: readonly Seat[]): void => {
    if (costOf(fleetWords, seats) >= best || seatBreaches(fleetWords, seats).length > 0) return;
    const next = before[seats.length];
    if (!next) best = costOf(fleetWords, seats);
    else for (const compute of Object.keys(fleetWords.computes)) visit([...seats, { ...next, compute }]);
  };
  visit([]);
  return best;
}
