import type { Graph } from '../../model/graph.ts';
import type { WayOut } from '../../model/infeasibility.ts';
import type { RecommendedHosts } from '../../model/recommended-hosts.ts';
import type { Trials } from './trials.ts';

/** Hosts that may help a service. */
export interface Offer {
  readonly hosts: readonly RecommendedHosts[];
  /** The fleet with them. */
  readonly graph: Graph;
}

/** Turns an offer into a way out where placing again with the hosts proves it one. */
export function wayOutByBuying({ hosts, graph }: Offer, trials: Trials, currency: string): WayOut | null {
  const trial = trials.prove([], graph);
  if (!trial?.fits) return null;
  const monthly = hosts.reduce((sum, { monthlyCost }) => sum + monthlyCost, 0);
  return {
    kind: 'buy',
    text: `buy ${hosts.map(({ quantity, profile, region }) => `${quantity} × ${profile} in ${region}`).join(', ')}`,
    moves: trial.moves,
    cost: { monthly: Math.round(monthly * 100) / 100, currency },
    edits: [],
    hosts,
  };
}
