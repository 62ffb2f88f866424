import type { Address } from '../../model/address.ts';
import { addressOfManifest } from '../../model/address.ts';
import { assignmentsOfPools } from '../../model/assignments-of-pools.ts';
import { freeInPool } from '../../model/free-in-pool.ts';
import type { Graph } from '../../model/graph.ts';
import { parseIp } from '../../model/ip/ip-address.ts';
import { ipText } from '../../model/ip/ip-text.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { PoolStock } from './pool-stock.ts';

/** What of a pool an IPAssignment has; no address where it names no pool, or the pool has none left. */
export type Allocated = { readonly address?: string };

/** The status of every IPAssignment, by its name among objects. */
export type Allocation = ReadonlyMap<Address, Allocated>;

/**
 * Gives every IPAssignment that names a pool an address of it. One that was recorded stays while the pool still has it to
 * give; of two that were recorded with one address, the first by name keeps it. All others get the lowest that is left,
 * in the order of their names.
 */
export function allocate(graph: Graph, recorded: readonly RecordedObject[]): Allocation {
  const before = recordedAddresses(recorded);
  const allocation = new Map<Address, Allocated>(
    graph.all('IPAssignment').map((assignment) => [addressOfManifest(assignment), {}]),
  );
  for (const [pool, assignments] of assignmentsOfPools(graph)) {
    const spec = graph.get('IPPool', pool)?.spec;
    if (!spec) continue;
    const stock = new PoolStock(freeInPool(spec, graph));
    const settled = new Set(
      assignments.filter((assignment) => {
        const had = parseIp(before.get(graph.keyOf(assignment)) ?? '');
        if (!had || !stock.take(had)) return false;
        allocation.set(addressOfManifest(assignment), { address: ipText(had) });
        return true;
      }),
    );
    for (const assignment of assignments) {
      const ip = settled.has(assignment) ? null : stock.takeLowest();
      if (ip) allocation.set(addressOfManifest(assignment), { address: ipText(ip) });
    }
  }
  return allocation;
}

/** The addresses that were given out by the last apply, by the key of their IPAssignment. */
function recordedAddresses(recorded: readonly RecordedObject[]): ReadonlyMap<string, string> {
  return new Map(
    recorded.flatMap(({ kind, key, status: { address } }): [string, string][] =>
      kind === 'IPAssignment' && typeof address === 'string' ? [[key, address]] : [],
    ),
  );
}
