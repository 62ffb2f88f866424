import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { KindName } from '../../model/spec/spec-of.ts';

/** The order in which people think of a fleet, within one rank. */
const GROUPS = ['project', 'inventory', 'network', 'ordering'];

/**
 * Every kind's rank such that a kind comes after all it refers to. Creating in this order and deleting in the
 * reverse never leaves a reference that leads nowhere.
 */
export const KIND_ORDER: ReadonlyMap<KindName, number> = new Map(ranked().map((kind, rank) => [kind, rank]));

function ranked(): KindName[] {
  const kinds = Object.keys(SCHEMA_FACTS) as KindName[];
  return kinds.sort((a, b) => depth(a) - depth(b) || group(a) - group(b) || (a < b ? -1 : 1));
}

/** How many references one can follow from a kind, at the most. */
function depth(kind: KindName): number {
  const below = SCHEMA_FACTS[kind].references
    .filter(({ symmetric }) => !symmetric)
    .flatMap(({ kinds }) => kinds)
    .filter((target) => target !== kind);
  return below.length === 0 ? 0 : 1 + Math.max(...below.map(depth));
}

function group(kind: KindName): number {
  return GROUPS.indexOf(SCHEMA_FACTS[kind].group);
}
