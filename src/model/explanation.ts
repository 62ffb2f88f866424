import type { ServiceInfeasibility } from './infeasibility.ts';
import type { Placement, Rejection } from './placement.ts';
import type { RejectionSort } from './rejection-sorts.ts';
import type { ComputeFigures } from './capacity-report.ts';
import type { ResourceVector } from './resources.ts';
import type { Utilisation } from './utilisation.ts';

/** One part of a score, from 0 to 1, higher is better; the first that differs decides. */
export interface ScoreTerm {
  readonly name: 'inUse' | 'price' | 'ceiling' | 'closeness' | 'stranding';
  readonly value: number;
}

/** A compute that could take one more instance of a service. */
export interface RankedCandidate {
  readonly compute: string;
  /** 0 to 1, higher is better; 0.5 or more under the ceiling, unless prices go before that. */
  readonly score: number;
  readonly terms: readonly ScoreTerm[];
  /** How much of it is granted as it is, and with one more. */
  readonly before: Utilisation;
  readonly after: Utilisation;
  /** How much of it is needed with one more: only mins count. The terms rate this, as grants above it give way. */
  readonly needed: Utilisation;
  /** What the instance would be granted there. */
  readonly granted: ResourceVector;
}

/** Why an instance is where it is, and what would change that. */
export interface SeatExplanation extends Placement {
  readonly why: string;
  /** What would make the next plan move it, the likeliest first. */
  readonly movedBy: readonly string[];
}

/** Where one more instance of a service could go, where it could not, and why its instances are where they are. */
export interface ServiceExplanation {
  readonly service: string;
  /** The best computes, best first. */
  readonly candidates: readonly RankedCandidate[];
  /** How many computes could take one more, those not listed included. */
  readonly candidateCount: number;
  /** Every other compute by name, with one reason. */
  readonly rejected: readonly Rejection[];
  /** How many computes each kind of reason rejects, the most frequent first; amounts are left out. */
  readonly rejectedBy: readonly RejectionSort[];
  /** By number. */
  readonly seats: readonly SeatExplanation[];
}

/** One resource of a compute, as its report says, and what of the allocated is needed. */
export interface ResourceExplanation extends ComputeFigures {
  readonly utilisation: number;
  /** The sum of the mins, which is what placement counts with: what is allocated above it gives way to who comes. */
  readonly needed: number;
}

/** Services that need the same and may run on the same computes. */
export interface RoomExplanation {
  readonly services: readonly string[];
  readonly min: ResourceVector;
  /** How many more instances fit; null where they ask for nothing. */
  readonly count: number | null;
}

/** What is on a compute, and what it could still take. */
export interface ComputeExplanation {
  readonly compute: string;
  readonly placements: readonly Placement[];
  readonly resources: readonly ResourceExplanation[];
  /** How much of it is allocated, over the resources that it has. */
  readonly mean: number;
  /** What fits in the most instances first. */
  readonly room: readonly RoomExplanation[];
}

/** What is said of a service beyond where it is: why it misses instances, null where the next plan places all of them. */
export interface Shortfall {
  readonly infeasibility: ServiceInfeasibility | null;
}
