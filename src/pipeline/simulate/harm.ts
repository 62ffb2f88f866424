import type { PlacementOutcome } from '../../model/placement.ts';
import type { SurvivedOrNot } from '../../model/simulation.ts';
import type { Situation } from './situation.ts';

/**
 * Tells what moves and what no longer fits when computes are lost and nothing else is changed or pending, without
 * reasons: many losses are tried.
 */
export function harmOf(
  { before, homeless }: Situation,
  outcome: PlacementOutcome,
): Pick<SurvivedOrNot, 'survived' | 'moves' | 'unplaced'> {
  const unplaced = outcome.unplaced.filter((instance) => !homeless.has(instance));
  const moved = outcome.placements.filter((placement) => {
    // One that was homeless and finds a place now is better off.
    const from = before.get(placement);
    return from && from.compute !== placement.compute;
  });
  return {
    survived: unplaced.length === 0,
    moves: moved.length,
    unplaced: unplaced.map(({ service, instance }) => ({ service, instance })),
  };
}
