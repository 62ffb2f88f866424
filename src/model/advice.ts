import type { UnplacedInstance } from './placement.ts';
import type { RecommendedHosts } from './recommended-hosts.ts';

export type { RecommendedHosts };

/** An instance that finds no place even among the hosts that were recommended, and why nothing helps. */
export interface Unhelped extends UnplacedInstance {
  readonly reason: string;
}

/** What to buy so that everything fits, and how good an answer that is. Amounts are decimal. */
export interface Advice {
  /** The fleet's name. */
  readonly fleet: string;
  /** The Workspace that the hosts are for; null where none is needed, as everything fits. */
  readonly workspace: string | null;
  /** Over how many months a set-up fee is spread when costs are compared. */
  readonly horizon: number;
  readonly cost: { readonly monthly: number; readonly setup: number; readonly currency: string };
  /** Nothing that helps as much costs less per month, its share of set-up fees included. */
  readonly lowerBound: number;
  /** How much more the answer costs than the bound, as a share of the bound; the best may lie anywhere between. */
  readonly gap: number;
  /** The search was cut short: a longer one may find cheaper hosts. */
  readonly stopped: boolean;
  /** How many instances found no place before. */
  readonly waiting: number;
  /** How many Hosts are declared and not yet there; they were counted as if they were. */
  readonly ordered: number;
  /** By profile, then region. */
  readonly recommendations: readonly RecommendedHosts[];
  readonly unplaced: readonly Unhelped[];
}
