import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Labels } from '../../model/selector.ts';
import { labelsOf } from '../../model/selector.ts';
import type { Family } from '../../model/spec/definitions.ts';
import type { ComputeSpec } from '../../model/spec/compute.ts';
import { agreedPrice } from '../../model/agreed-price.ts';
import { VENDOR_OF } from '../../model/vendor-of.ts';
import { hostName } from './host-names.ts';

/** A profile in a region: one thing that can be bought. */
export interface Candidate {
  readonly profile: Manifest<'ComputeProfile'>;
  readonly region: string;
  /** As a Compute, once it is there. */
  readonly spec: ComputeSpec;
  readonly labels: Labels;
  /** Per month, agreed price where there is one. */
  readonly monthly: number;
  readonly setup: number;
}

/** Where and for whom is bought. */
export interface Shop {
  readonly graph: Graph;
  readonly workspace: Manifest<'Workspace'>;
  readonly currency: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
}

/** Lists what the workspace can buy, by profile, its usual regions first. */
export function candidatesOf(shop: Shop): Candidate[] {
  const families = familiesFor(shop);
  return shop.graph
    .all('ComputeProfile')
    .filter(({ spec }) => spec.active && families.has(spec.family) && spec.price.currency === shop.currency)
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
    .flatMap((profile) => regionsOf(shop, profile).map((region) => candidateOf(shop, profile, region)));
}

/** Describes a machine of a profile in a region; `tags` are a Host's own. */
export function candidateOf(
  { graph, workspace, today, currency }: Shop,
  profile: Manifest<'ComputeProfile'>,
  region: string,
  tags: Readonly<Record<string, string>> = {},
): Candidate {
  const { family, price } = profile.spec;
  const monthly = agreedPrice(graph, workspace.spec.organization, profile, today);
  const spec: ComputeSpec = {
    ...VENDOR_OF[family],
    region,
    state: 'active',
    tags: { ...profile.spec.tags, ...tags },
    billing: { monthlyCost: monthly, currency },
  };
  const labels = labelsOf(hostName(profile.metadata.name, region, 1), spec);
  return { profile, region, spec, labels, monthly, setup: price.setup };
}

/** Where there is a provider that the workspace may order from, only such families; else all that are enabled. */
function familiesFor(shop: Shop): Set<Family> {
  const { graph, workspace } = shop;
  const enabled = graph.get('Organization', workspace.spec.organization)?.spec.families;
  const reachable = providersFor(shop).map(({ spec }) => spec.family);
  const all = reachable.length > 0 ? reachable : (Object.keys(VENDOR_OF) as Family[]);
  return new Set(all.filter((family) => enabled?.includes(family) ?? true));
}

function providersFor({ graph, workspace }: Shop): Manifest<'ComputeProvider'>[] {
  return graph.all('ComputeProvider').filter(({ spec }) => {
    const ours = spec.organization === undefined || spec.organization === workspace.spec.organization;
    return ours && (spec.workspace === undefined || spec.workspace === workspace.metadata.name);
  });
}

/** Where a profile is offered; one offered everywhere, where its provider is or the fleet already stands. */
export function regionsOf(shop: Shop, { spec }: Manifest<'ComputeProfile'>): string[] {
  const vendor = VENDOR_OF[spec.family].provider;
  const computes = shop.graph.all('Compute').filter((compute) => compute.spec.provider === vendor);
  const used = new Map<string, number>();
  for (const { spec: compute } of computes) used.set(compute.region, (used.get(compute.region) ?? 0) + 1);
  const homes = providersFor(shop)
    .filter((provider) => provider.spec.family === spec.family)
    .flatMap((provider) => provider.spec.region ?? []);
  const known = spec.regions ?? (homes.length > 0 ? homes : [...used.keys()].sort());
  return [...new Set(known)].sort((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0));
}
