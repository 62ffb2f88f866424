import type { Budget } from '../../packing/budget.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Placement, PlacementOutcome } from '../../model/placement.ts';
import { ChangedFleet } from './changed-fleet.ts';
import type { Rewrite } from './rule.ts';
import type { StillChange, StillFleet } from './still-fleet.ts';

/** How the fleet is placed with something changed. */
export interface Trial {
  /** The computes of the service's instances. */
  readonly homes: readonly string[];
  /** The service has all its instances, and no other service has fewer than before. */
  readonly fits: boolean;
  /** How many instances move that stay otherwise. */
  readonly moves: number;
}

/** What trials start from. */
export interface TrialParts {
  readonly graph: Graph;
  readonly recorded: readonly Placement[];
  /** How things are placed as they are. */
  readonly outcome: PlacementOutcome;
  /** Places a fleet on what is recorded, as a plan does. */
  readonly place: (graph: Graph) => PlacementOutcome;
  /** Present where that takes too long to be done often. */
  readonly large?: Shortcuts;
  readonly budget: Budget;
}

/** How a large fleet is tried. */
export interface Shortcuts {
  readonly still: StillFleet;
  /** Places a fleet quickly, with everybody where the plan puts them, who may move. */
  readonly placeQuickly: (graph: Graph) => PlacementOutcome;
  /** How often that is done in all. */
  readonly most: number;
}

/** What is tried: rules that are relaxed, and whether the room that others take is one of them. */
export interface Change {
  readonly rewrites: readonly Rewrite[];
  readonly roomless?: boolean;
}

/**
 * Tries what becomes of one service after another with something changed, so many times and no more. A small fleet is
 * placed again; in a large one everybody else stands still, where that can be counted.
 */
export class Trials {
  readonly #parts: TrialParts;
  readonly #missing: ReadonlyMap<string, number>;
  /** Where instances are that stay. */
  readonly #staying = new Map<string, string>();
  #service = '';
  #left = 0;
  #quick: number;
  #settled: Rewrite = (manifest) => manifest;
  /** What is missing when other services want no more than they have. */
  #missingThen: ReadonlyMap<string, number> | undefined;
  /** Present where it can tell what becomes of the service. */
  #still: StillFleet | undefined;
  /** Something was not tried. */
  cut = false;

  constructor(parts: TrialParts) {
    this.#parts = parts;
    this.#quick = parts.large?.most ?? 0;
    this.#missing = missingBy(parts.outcome);
    const recorded = new Map(parts.recorded.map((placement) => [seatOf(placement), placement.compute]));
    for (const placement of parts.outcome.placements) {
      const seat = seatOf(placement);
      if (recorded.get(seat) === placement.compute) this.#staying.set(seat, placement.compute);
    }
  }

  /** Begins with another service, and allows so many tries for it. */
  turnTo(service: string, tries: number): void {
    const { large } = this.#parts;
    this.#service = service;
    this.#left = tries;
    this.cut = false;
    this.#settled = settling(service, this.#missing);
    this.#missingThen = undefined;
    this.#still = large?.still.turnTo(service) === true ? large.still : undefined;
  }

  /** Tries a change with other services content with what they have; null where no more may be tried. */
  try(change: Change): Trial | null {
    if (this.#left === 0 || this.#parts.budget.expired()) return this.#untried();
    this.#left--;
    if (this.#still) return this.#stillWith(this.#still, change);
    return this.#parts.large ? this.tryMoving(change) : this.#settledWith(change);
  }

  /** Tries a change of a large fleet that others may move for; null where no more may be tried. */
  tryMoving(change: Change): Trial | null {
    const { large, budget } = this.#parts;
    if (!large || this.#quick === 0 || budget.expired()) return this.#untried();
    this.#quick--;
    return this.#judge(large.placeQuickly(this.#settledFleet(change.rewrites)), NOBODY);
  }

  /** Whether others stand still while the service at hand is tried. */
  get isStill(): boolean {
    return this.#still !== undefined;
  }

  /**
   * Proves that a change helps, everybody wanting what they do; it is not counted. Where nobody moves for a service,
   * nobody loses a place to it; where others might take the room it is given, all are placed once more. Null where
   * no more may be.
   */
  prove(rewrites: readonly Rewrite[], graph?: Graph): Trial | null {
    const { large, budget, place } = this.#parts;
    if (budget.expired()) return null;
    const changed = graph ?? new ChangedFleet(this.#parts.graph, rewrites);
    if (!large) return this.#judge(place(changed), this.#missing);
    const change = { rewrites, graph };
    const trial = this.#still && this.#stillWith(this.#still, change);
    if (trial && (!trial.fits || this.#still?.isContended(change, this.#missing.keys()) !== true))
      return trial;
    if (this.#quick === 0) return this.#untried();
    this.#quick--;
    return this.#judge(large.placeQuickly(changed), this.#missing);
  }

  #untried(): null {
    this.cut = true;
    return null;
  }

  #stillWith(still: StillFleet, change: StillChange): Trial {
    const { homes, missing, strayed } = still.try(change);
    return { homes, fits: missing === 0, moves: strayed };
  }

  #settledWith({ rewrites }: Change): Trial {
    const { place } = this.#parts;
    this.#missingThen ??= this.#missing.size === 1 ? this.#missing : missingBy(place(this.#settledFleet([])));
    return this.#judge(place(this.#settledFleet(rewrites)), this.#missingThen);
  }

  #settledFleet(rewrites: readonly Rewrite[]): Graph {
    return new ChangedFleet(this.#parts.graph, [this.#settled, ...rewrites]);
  }

  /** Says what an outcome means for the service and for the others. */
  #judge(outcome: PlacementOutcome, before: ReadonlyMap<string, number>): Trial {
    const missing = missingBy(outcome);
    const fits =
      !missing.has(this.#service) &&
      [...missing].every(([other, count]) => count <= (before.get(other) ?? 0));
    const homes: string[] = [];
    let moves = 0;
    for (const placement of outcome.placements) {
      if (placement.service === this.#service) homes.push(placement.compute);
      const home = this.#staying.get(seatOf(placement));
      if (home !== undefined && home !== placement.compute) moves++;
    }
    return { homes, fits, moves };
  }
}

/** All who stood have their places, and others want no more. */
const NOBODY: ReadonlyMap<string, number> = new Map();

/** Other services want no more than they have: nothing is tried for them in vain. */
export function settling(service: string, missing: ReadonlyMap<string, number>): Rewrite {
  return (manifest) => {
    const { name } = manifest.metadata;
    const less = manifest.kind === 'Service' && name !== service ? missing.get(name) : undefined;
    if (less === undefined) return manifest;
    const { spec } = manifest as Manifest<'Service'>;
    return { ...manifest, spec: { ...spec, replicas: spec.replicas - less } };
  };
}

/** Counts by service the instances that find no place. */
export function missingBy({ unplaced }: Pick<PlacementOutcome, 'unplaced'>): Map<string, number> {
  const missing = new Map<string, number>();
  for (const { service } of unplaced) missing.set(service, (missing.get(service) ?? 0) + 1);
  return missing;
}

function seatOf({ service, instance }: Placement): string {
  return `${service} ${instance}`;
}
