import { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Roster } from './roster.ts';

/**
 * Brings a service to its replicas: drops what is too much, those that cannot stay first, then the highest
 * numbers; adds what is missing; and gives the lowest free numbers to those without one. A pinned instance
 * without a number takes the place of one that is dropped: that is a move.
 */
export function enroll(occupancy: Occupancy, { workload, pinned, recorded }: Roster): Instance[] {
  const surplus = Math.max(0, pinned.length + recorded.length - workload.replicas);
  const dropped = new Set([...recorded].sort(byDispensability).slice(0, surplus));
  for (const instance of dropped) if (instance.placed) occupancy.take(instance);

  const staying = recorded.filter((instance) => !dropped.has(instance));
  const missing = Math.max(0, workload.replicas - pinned.length - staying.length);
  const added = Array.from({ length: missing }, () => new Instance(workload, 0, undefined));
  const all = [...pinned, ...staying, ...added];

  const used = new Set(all.map(({ number }) => number));
  const leaving = [...dropped].sort((a, b) => a.number - b.number);
  let next = 1;
  for (const instance of all) {
    if (instance.number !== 0) continue;
    const left = leaving.shift();
    while (!left && used.has(next)) next++;
    instance.number = left?.number ?? next;
    instance.from = left?.from;
    used.add(instance.number);
  }
  return all;
}

function byDispensability(a: Instance, b: Instance): number {
  return Number(a.placed) - Number(b.placed) || b.number - a.number;
}
