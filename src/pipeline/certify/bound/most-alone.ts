import { admitsLabels } from '../../../model/admits-labels.ts';
import type { Demand } from './demands-of.ts';
import type { Site } from './sites-of.ts';
import { fitsIn } from './sites-of.ts';

/** Bounds how many instances can be placed of what is asked for, if nobody else is anywhere. */
export function mostAlone({ rules, min, buffer, pins, replicas }: Demand, sites: readonly Site[]): number {
  if (pins.size > 0) return replicas;
  const { topologyKey, spreadMax = Infinity } = rules;
  const held = new Map<string, number>();
  for (const { labels, capacity, computes } of sites) {
    if (!admitsLabels(rules, labels)) continue;
    const value = topologyKey === undefined ? '' : (labels.get(topologyKey) as string);
    const most = Math.min(replicas, spreadMax, fitsIn(capacity, min, buffer)) * computes.length;
    held.set(value, (held.get(value) ?? 0) + most);
  }
  const counts = [...held.values()];
  if (topologyKey === undefined) return Math.min(replicas, counts[0] ?? 0);
  const evenShare = Math.floor(replicas / Math.max(1, counts.length));
  const above = counts.filter((count) => count > evenShare).length;
  const even = counts.reduce((sum, count) => sum + Math.min(count, evenShare), 0);
  return even + Math.min(above, replicas % Math.max(1, counts.length));
}
