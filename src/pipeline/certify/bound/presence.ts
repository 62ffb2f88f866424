import { RESOURCES } from '../../../model/resources.ts';
import type { Demand } from './demands-of.ts';
import type { fleetProgram } from './fleet-program.ts';
import type { Site } from './sites-of.ts';

/**
 * Adds what depends on who else is on a compute: whom a service avoids, and the highest buffer of those present. For
 * that, each site is to be one compute and each demand one service, and all columns whole.
 */
export function addPresence(
  { draft, stays, scale }: ReturnType<typeof fleetProgram>,
  demands: readonly Demand[],
  sites: readonly Site[],
): void {
  const avoided = avoidedBy(demands);
  for (const [at, site] of sites.entries()) {
    const here = stays.filter((stay) => stay.site === at);
    const present = new Map<Demand, number>();
    for (const { demand, columns, most } of here) {
      const buffered = RESOURCES.filter((resource) => demand.buffer[resource] > 0);
      if (buffered.length === 0 && !avoided.has(demand)) continue;
      const column = draft.column(0, 1);
      present.set(demand, column);
      const row = draft.row(0);
      for (const counted of columns) draft.add(row, counted, 1);
      draft.add(row, column, -most);
      for (const resource of buffered) {
        const room = draft.row(site.capacity[resource] / scale[resource]);
        draft.add(room, column, demand.buffer[resource] / scale[resource]);
        for (const guest of here) {
          for (const counted of guest.columns) {
            draft.add(room, counted, guest.demand.min[resource] / scale[resource]);
          }
        }
      }
    }
    for (const [demand, column] of present) {
      for (const other of avoided.get(demand) ?? []) {
        const theirs = present.get(other);
        if (theirs === undefined || theirs < column) continue;
        const row = draft.row(1);
        draft.add(row, column, 1);
        draft.add(row, theirs, 1);
      }
    }
  }
}

/** Whom each demand avoids, whichever side said so. */
function avoidedBy(demands: readonly Demand[]): Map<Demand, Set<Demand>> {
  const byName = new Map(demands.map((demand) => [demand.services[0] as string, demand]));
  const avoided = new Map<Demand, Set<Demand>>();
  for (const demand of demands) {
    for (const name of demand.rules.antiAffinityServices ?? []) {
      const other = byName.get(name);
      if (!other) continue;
      for (const [one, two] of [[demand, other] as const, [other, demand] as const]) {
        avoided.set(one, (avoided.get(one) ?? new Set<Demand>()).add(two));
      }
    }
  }
  return avoided;
}
