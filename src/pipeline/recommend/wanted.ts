import { admitsLabels } from '../../model/admits-labels.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { PlacementOutcome } from '../../model/placement.ts';
import { labelsOf } from '../../model/selector.ts';
import { needed, offered } from './amounts.ts';
import type { Candidate } from './candidates.ts';
import type { Demand } from '../../packing/purchase.ts';
import { evenShares } from './even-shares.ts';

/** What would have to be bought for, and what buying cannot help. */
export interface Wanted {
  readonly demands: readonly Demand[];
  /** Why nothing that can be bought helps a service, by its name. */
  readonly hopeless: ReadonlyMap<string, string>;
}

/** Turns instances without a place into demands for hosts. */
export function wantedOf(graph: Graph, outcome: PlacementOutcome, candidates: readonly Candidate[]): Wanted {
  const hopeless = new Map<string, string>();
  const owners: string[] = [];
  const demands: Demand[] = [];
  for (const [name, missing] of missingOf(graph, outcome, hopeless)) {
    const service = graph.get('Service', name) as Manifest<'Service'>;
    const allowed = allowedFor(service, candidates);
    const why = whyHopeless(service, candidates, allowed);
    if (why !== undefined) hopeless.set(name, why);
    if (why !== undefined || missing === 0) continue;
    for (const share of sharesOf(graph, outcome, service, missing, candidates, allowed)) {
      owners.push(name);
      demands.push(demandOf(service, share.count, share.offers));
    }
  }
  return {
    hopeless,
    demands: demands.map((demand, at) => ({ ...demand, avoids: avoidsOf(graph, owners, at) })),
  };
}

/** Counts what waits for a place; a pinned instance waits for its own compute. */
function missingOf(
  graph: Graph,
  { placements, unplaced }: PlacementOutcome,
  hopeless: Map<string, string>,
): Map<string, number> {
  const missing = new Map<string, number>();
  for (const { service } of unplaced) missing.set(service, (missing.get(service) ?? 0) + 1);
  for (const [name, count] of missing) {
    const pins = graph.all('Assignment').filter(({ spec }) => spec.service === name);
    const pinned = pins.reduce((sum, { spec }) => sum + spec.quantity, 0);
    const seated = placements.filter((placement) => placement.service === name && placement.pinned).length;
    const replicas = graph.get('Service', name)?.spec.replicas ?? 0;
    const stuck = Math.min(count, Math.max(0, Math.min(pinned, replicas) - seated));
    if (stuck > 0) hopeless.set(name, 'an Assignment pins it to a compute that cannot take it');
    missing.set(name, count - stuck);
  }
  return missing;
}

function demandOf({ spec }: Manifest<'Service'>, replicas: number, offers: readonly number[]): Demand {
  const { spreadMax, buffer } = spec.placement ?? {};
  return { need: needed(spec.resources.min), buffer: needed(buffer), spreadMax, replicas, offers };
}

function allowedFor({ spec }: Manifest<'Service'>, candidates: readonly Candidate[]): number[] {
  return [...candidates.keys()].filter((at) =>
    admitsLabels(spec.placement ?? {}, (candidates[at] as Candidate).labels),
  );
}

function whyHopeless(
  { spec }: Manifest<'Service'>,
  candidates: readonly Candidate[],
  allowed: readonly number[],
): string | undefined {
  if (candidates.length === 0) return 'no profile can be ordered for this workspace';
  if (allowed.length === 0)
    return 'no profile matches its placement rules: those see the tags and regions of profiles';
  const need = needed(spec.resources.min);
  const buffer = needed(spec.placement?.buffer);
  const large = allowed.some((at) => {
    const capacity = offered((candidates[at] as Candidate).profile.spec.resources);
    return need.every((amount, r) => amount + (buffer[r] as number) <= (capacity[r] as number));
  });
  return large ? undefined : 'no profile that matches its placement rules is large enough';
}

/** With a topology key, each value of it takes its share of what is missing; else there is one share. */
function sharesOf(
  graph: Graph,
  { placements }: PlacementOutcome,
  { metadata, spec }: Manifest<'Service'>,
  missing: number,
  candidates: readonly Candidate[],
  allowed: readonly number[],
): { count: number; offers: number[] }[] {
  const rules = spec.placement ?? {};
  const { topologyKey: key } = rules;
  if (key === undefined) return [{ count: missing, offers: [...allowed] }];
  const there = new Map(
    graph
      .all('Compute')
      .filter((compute) => compute.spec.state === 'active')
      .map((compute) => [compute.metadata.name, labelsOf(compute.metadata.name, compute.spec)] as const)
      .filter(([, labels]) => admitsLabels(rules, labels))
      .map(([name, labels]) => [name, labels.get(key) as string] as const),
  );
  const valueOf = (at: number): string => (candidates[at] as Candidate).labels.get(key) as string;
  const standing = placements
    .filter(({ service }) => service === metadata.name)
    .map(({ compute }) => there.get(compute));
  const values = new Set(there.size > 0 ? there.values() : allowed.map(valueOf));
  const shares = evenShares(
    [...values].sort(),
    standing,
    spec.replicas,
    missing,
    new Set(allowed.map(valueOf)),
  );
  return [...shares].map(([value, count]) => ({
    count,
    offers: allowed.filter((at) => valueOf(at) === value),
  }));
}

function avoidsOf(graph: Graph, owners: readonly string[], at: number): number[] {
  const named = (name: string | undefined): readonly string[] =>
    graph.get('Service', name ?? '')?.spec.placement?.antiAffinityServices ?? [];
  const own = owners[at] as string;
  return [...owners.keys()].filter((other) => other !== at && named(own).includes(owners[other] as string));
}
