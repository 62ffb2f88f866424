import type { Address } from './address.ts';
import type { Resource } from './resources.ts';

/** Where instances are before anything is lost or added: as the last apply left them, or as a plan would place them. */
export type Baseline = 'recorded' | 'planned';

/** What can be lost: one compute or service, or every compute of a region or a provider. */
export type LossAddress = Address | `region/${string}` | `provider/${string}`;

/** An instance that changes its compute. */
export interface SimulatedMove {
  readonly service: string;
  readonly instance: number;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** An instance that was nowhere before. */
export interface SimulatedArrival {
  readonly service: string;
  readonly instance: number;
  readonly compute: string;
  readonly reason: string;
}

/** A reason, and how many computes it rules out. */
export interface CountedReason {
  readonly reason: string;
  readonly computes: number;
}

/** An instance without a place. */
export interface SimulatedLoss {
  readonly service: string;
  readonly instance: number;
  /** Where it was; null for one that is new. */
  readonly from: string | null;
  /** Most frequent first, amounts aside. */
  readonly reasons: readonly CountedReason[];
}

/** How much of one resource is granted, over all active computes. */
export interface Use {
  readonly resource: Resource;
  readonly total: number;
  readonly allocated: number;
  /** Allocated by total; null where there is none. */
  readonly share: number | null;
}

/** What one loss means for the fleet. */
export interface SurvivedOrNot {
  readonly address: LossAddress;
  /** Every instance finds another place. */
  readonly survived: boolean;
  readonly moves: number;
  /** Instances that no longer fit. */
  readonly unplaced: readonly { readonly service: string; readonly instance: number }[];
}

/** A compute that nothing would run on any more. */
export interface GivenBack {
  readonly compute: string;
  /** Decimal, per month. */
  readonly monthlyCost: number;
  /** Instances that are on it now; one with none could be given back as it is. */
  readonly instances: number;
}

/** What could be given back if instances moved to save money. Amounts are decimal, per month. */
export interface Consolidation {
  /** What the computes with at least one instance cost. */
  readonly inUse: { readonly before: number; readonly after: number };
  /** Nothing that holds every instance costs less, with pins and the shares of topology keys as they are; 0 where nothing is known. */
  readonly lowerBound: number;
  /** How much more the answer costs than the bound, as a share of the bound; the best may lie anywhere between. */
  readonly gap: number;
  /** The search was cut short: a longer one may find more to give back. */
  readonly stopped: boolean;
  /** A plan makes these moves by itself once what is given back is no longer active; else they need pins. */
  readonly planned: boolean;
  /** By name. */
  readonly givenBack: readonly GivenBack[];
  /** Computes in use that count as free of charge, as no price in the fleet's currency is known, by name. */
  readonly unpriced: readonly string[];
}

/** What would happen to a fleet if some of it were lost and other things were added. */
export interface Simulation {
  /** The fleet's name. */
  readonly fleet: string;
  readonly baseline: Baseline;
  readonly without: readonly LossAddress[];
  readonly added: readonly Address[];
  /** What the losses come to, by name. */
  readonly lost: { readonly computes: readonly string[]; readonly services: readonly string[] };
  readonly moves: readonly SimulatedMove[];
  readonly placed: readonly SimulatedArrival[];
  /** Instances that no longer fit, or are new and do not. */
  readonly unplaced: readonly SimulatedLoss[];
  /** Instances that stay and are granted another amount. */
  readonly resized: number;
  /** Instances that go because their service does. */
  readonly released: number;
  /** Instances that the next plan places, moves or gives up anyway; they are told nowhere else. */
  readonly pending: number;
  /** Instances without a place in any case. */
  readonly unplacedAnyway: number;
  /** Decimal amounts per month. */
  readonly monthlyCost: { readonly before: number; readonly after: number; readonly currency: string };
  readonly utilisation: { readonly before: readonly Use[]; readonly after: readonly Use[] };
  /** One entry for each single loss on top, worst first; null where that was not asked. */
  readonly each: readonly SurvivedOrNot[] | null;
  /** What was asked with another objective; null where none was. The rest then tells of the fleet without what is given back. */
  readonly consolidation: Consolidation | null;
}
