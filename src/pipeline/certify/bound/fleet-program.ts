import type { ResourceVector } from '../../../model/resources.ts';
import { RESOURCES } from '../../../model/resources.ts';
import { admitsLabels } from '../../../model/admits-labels.ts';
import type { Demand } from './demands-of.ts';
import { ProgramDraft } from './program-draft.ts';
import type { Site } from './sites-of.ts';
import { fitsIn } from './sites-of.ts';

/** The columns of one demand on one site. */
interface Stay {
  readonly demand: Demand;
  readonly site: number;
  readonly columns: readonly number[];
  /** The most instances there. */
  readonly most: number;
}

/**
 * Writes down how many instances can be placed: the cost is minus their number. `kept` says of services how many they
 * have at the least. Every placement that keeps to all that is a solution; on sites of several computes, and for demands of several services, so are others.
 */
export function fleetProgram(
  demands: readonly Demand[],
  sites: readonly Site[],
  kept: ReadonlyMap<string, number>,
): { draft: ProgramDraft; stays: Stay[]; scale: ResourceVector } {
  const draft = new ProgramDraft();
  const stays = demands.flatMap((demand) => staysOf(draft, demand, sites, kept));
  const scale = largest(sites);
  for (const [at, site] of sites.entries()) {
    const here = stays.filter((stay) => stay.site === at);
    for (const resource of RESOURCES) {
      const asking = here.filter(({ demand }) => demand.min[resource] > 0);
      if (asking.length === 0) continue;
      const row = draft.row((site.capacity[resource] * site.computes.length) / scale[resource]);
      for (const { demand, columns } of asking) {
        for (const column of columns) draft.add(row, column, demand.min[resource] / scale[resource]);
      }
    }
  }
  return { draft, stays, scale };
}

/** The columns of a demand, site by site: one for what may go there, one for what is pinned there. */
function staysOf(
  draft: ProgramDraft,
  demand: Demand,
  sites: readonly Site[],
  kept: ReadonlyMap<string, number>,
): Stay[] {
  const { rules, min, buffer, pins, replicas } = demand;
  const pinned = [...pins.values()].reduce((sum, count) => sum + count, 0);
  const stays = sites.flatMap((site, at): Stay[] => {
    if (!admitsLabels(rules, site.labels)) return [];
    const most = Math.min(
      replicas,
      Math.min(fitsIn(site.capacity, min, buffer), rules.spreadMax ?? Infinity) * site.computes.length,
    );
    const pinnedHere = site.computes.reduce((sum, name) => sum + (pins.get(name) ?? 0), 0);
    if (most === 0) return [];
    const columns = [Math.min(replicas - pinned, most), Math.min(pinnedHere, most)]
      .map((upper, kind) => ({ upper, kind }))
      .filter(({ upper, kind }) => kind === 0 || upper > 0)
      .map(({ upper }) => draft.column(-1, upper));
    if (columns.length > 1) limit(draft, columns, most);
    return [{ demand, site: at, columns, most }];
  });
  limit(
    draft,
    stays.flatMap(({ columns }) => columns[0] ?? []),
    replicas - pinned,
  );
  const least = demand.services.reduce((sum, name) => sum + (kept.get(name) ?? 0), 0);
  if (least > 0)
    atLeast(
      draft,
      stays.flatMap(({ columns }) => columns),
      least,
    );
  if (rules.topologyKey !== undefined) spread(draft, demand, rules.topologyKey, stays, sites);
  return stays;
}

/** An even share for each value of the key among the sites that the rules allow, roomy or not; some one more. */
function spread(
  draft: ProgramDraft,
  { rules, replicas }: Demand,
  key: string,
  stays: readonly Stay[],
  sites: readonly Site[],
): void {
  const allowed = sites.filter(({ labels }) => admitsLabels(rules, labels));
  const values = [...new Set(allowed.map(({ labels }) => labels.get(key)))];
  const more = values.map((value) => {
    const row = draft.row(Math.floor(replicas / values.length));
    for (const { site, columns } of stays) {
      if (sites[site]?.labels.get(key) === value) for (const column of columns) draft.add(row, column, 1);
    }
    const column = draft.column(0, 1);
    draft.add(row, column, -1);
    return column;
  });
  limit(draft, more, replicas % Math.max(1, values.length));
}

function limit(draft: ProgramDraft, columns: readonly number[], most: number): void {
  const row = draft.row(most);
  for (const column of columns) draft.add(row, column, 1);
}

function atLeast(draft: ProgramDraft, columns: readonly number[], least: number): void {
  const row = draft.row(-least);
  for (const column of columns) draft.add(row, column, -1);
}

/** The largest capacity in each resource, so that figures are near 1; 1 where there is none. */
function largest(sites: readonly Site[]): ResourceVector {
  const most = { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 };
  for (const { capacity } of sites) {
    for (const resource of RESOURCES) most[resource] = Math.max(most[resource], capacity[resource]);
  }
  for (const resource of RESOURCES) if (most[resource] === 0) most[resource] = 1;
  return most;
}
