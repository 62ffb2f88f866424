import { nearestName } from '../../model/nearest-name.ts';
import { BUILT_IN_LABELS, labelsOf } from '../../model/selector.ts';
import { StowageError } from '../../model/stowage-error.ts';
import type { ComputeUse } from './compute-use.ts';

/** What computes can be grouped by without being tagged. */
const BUILT_IN = ['region', 'provider', 'type'];

/**
 * Groups computes by `region`, `provider`, `type` or a tag key, by name; those without the tag come last, under
 * null. Throws `report.key` for a key that no compute has.
 */
export function groupBy(key: string, uses: readonly ComputeUse[]): [name: string | null, ComputeUse[]][] {
  const label = BUILT_IN.includes(key) ? `stowage/${key}` : key;
  const groups = new Map<string | null, ComputeUse[]>();
  for (const use of uses) {
    const name = labelsOf(use.compute.metadata.name, use.compute.spec).get(label) ?? null;
    const group = groups.get(name);
    if (group) group.push(use);
    else groups.set(name, [use]);
  }
  if (uses.length > 0 && groups.size === 1 && groups.has(null)) throw unknownKey(key, uses);
  return [...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}

function unknownKey(key: string, uses: readonly ComputeUse[]): StowageError {
  const tags = new Set(uses.flatMap(({ compute }) => Object.keys(compute.spec.tags ?? {})));
  const near = nearestName(key, [...BUILT_IN, ...BUILT_IN_LABELS, ...tags]);
  const hint = near ? `did you mean ${near}?` : `known: ${[...BUILT_IN, ...[...tags].sort()].join(', ')}`;
  return new StowageError('report.key', `no active compute has a tag ${key}`, hint);
}
