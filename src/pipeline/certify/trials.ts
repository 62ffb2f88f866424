import type { Budget } from '../../packing/budget.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Placement, PlacementOutcome } from '../../model/placement.ts';
import { ChangedFleet } from './changed-fleet.ts';
import type { Rewrite } from './rule.ts';

/** How the fleet is placed with something changed. */
export interface Trial {
  readonly outcome: PlacementOutcome;
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
  readonly budget: Budget;
}

/** Places again with something changed for one service after another, so many times and no more. */
export class Trials {
  readonly #parts: TrialParts;
  readonly #missing: ReadonlyMap<string, number>;
  /** Where instances are that stay. */
  readonly #staying = new Map<string, string>();
  #service = '';
  #left = 0;
  #settled: Rewrite = (manifest) => manifest;
  /** What is missing when other services want no more than they have. */
  #missingThen: ReadonlyMap<string, number> = new Map();
  /** Something was not tried. */
  cut = false;

  constructor(parts: TrialParts) {
    this.#parts = parts;
    this.#missing = missingBy(parts.outcome);
    const recorded = new Map(parts.recorded.map((placement) => [seatOf(placement), placement.compute]));
    for (const placement of parts.outcome.placements) {
      const seat = seatOf(placement);
      if (recorded.get(seat) === placement.compute) this.#staying.set(seat, placement.compute);
    }
  }

  /** Begins with another service, and allows so many tries for it. */
  turnTo(service: string, tries: number): void {
    const { graph, place } = this.#parts;
    this.#service = service;
    this.#left = tries;
    this.cut = false;
    this.#settled = settling(service, this.#missing);
    this.#missingThen =
      this.#missing.size === 1 ? this.#missing : missingBy(place(new ChangedFleet(graph, [this.#settled])));
  }

  /** Places the fleet with some manifests rewritten and others content; null where no more may be tried. */
  try(rewrites: readonly Rewrite[]): Trial | null {
    if (this.#left === 0 || this.#parts.budget.expired()) {
      this.cut = true;
      return null;
    }
    this.#left--;
    const { graph, place } = this.#parts;
    return this.#judge(place(new ChangedFleet(graph, [this.#settled, ...rewrites])), this.#missingThen);
  }

  /** Places a whole fleet in which everybody wants what they do; it is not counted. Null where time is up. */
  prove(graph: Graph): Trial | null {
    if (this.#parts.budget.expired()) return null;
    return this.#judge(this.#parts.place(graph), this.#missing);
  }

  /** Says what an outcome means for the service and for the others. */
  #judge(outcome: PlacementOutcome, before: ReadonlyMap<string, number>): Trial {
    const missing = missingBy(outcome);
    const fits =
      !missing.has(this.#service) &&
      [...missing].every(([other, count]) => count <= (before.get(other) ?? 0));
    const moves = outcome.placements.filter((placement) => {
      const home = this.#staying.get(seatOf(placement));
      return home !== undefined && home !== placement.compute;
    }).length;
    return { outcome, fits, moves };
  }
}

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
