import type {
  Placement,
  PlacementOutcome,
  PlannedPlacement,
  UnplacedInstance,
} from '../../model/placement.ts';
import { Seats } from './seats.ts';

/** How a fleet stands before something happens to it. */
export interface Situation {
  /** Where instances are. */
  readonly before: Seats<Placement>;
  /** Where the next plan puts them if nothing happens. */
  readonly planned: Seats<PlannedPlacement>;
  /** What the next plan finds no place for if nothing happens. */
  readonly homeless: Seats<UnplacedInstance>;
}

/** Makes a situation of where instances are and what the next plan does. */
export function situationOf(before: readonly Placement[], otherwise: PlacementOutcome): Situation {
  return {
    before: new Seats(before),
    planned: new Seats(otherwise.placements),
    homeless: new Seats(otherwise.unplaced),
  };
}
