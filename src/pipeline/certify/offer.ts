import type { Graph } from '../../model/graph.ts';
import type { WayOut } from '../../model/infeasibility.ts';
import { costOfHosts } from '../../model/cost-of-hosts.ts';
import { describeHosts } from '../../model/describe-hosts.ts';
import type { RecommendedHosts } from '../../model/recommended-hosts.ts';
import type { Trials } from './trials.ts';

/** Hosts that may help a service. */
export interface Offer {
  readonly hosts: readonly RecommendedHosts[];
  /** The fleet with them. */
  readonly graph: Graph;
  /** They are meant for everything that fits nowhere, not for the service alone. */
  readonly forAll: boolean;
}

/** Turns an offer into a way out where placing again with the hosts proves it one. */
export function wayOutByBuying(
  { hosts, graph, forAll }: Offer,
  trials: Trials,
  currency: string,
): WayOut | null {
  const trial = trials.prove([], graph);
  if (!trial?.fits) return null;
  const { monthly, setup } = costOfHosts(hosts);
  return {
    kind: 'buy',
    text: `buy ${describeHosts(hosts)}${forAll ? ', for all that fits nowhere' : ''}`,
    moves: trial.moves,
    cost: { monthly, setup, currency },
    edits: [],
    hosts,
  };
}
