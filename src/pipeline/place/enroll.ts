import { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Roster } from './roster.ts';
import type { Workload } from './workload.ts';

/**
 * Brings a service to its replicas: drops what is too much, those that cannot stay first, then the highest
 * numbers; adds what is missing; and gives the lowest free numbers to those without one. A pinned instance
 * without a number takes the place of one that is dropped: that is a move. The answer is in order of number.
 */
export function enroll(occupancy: Occupancy, { workload, pinned, recorded }: Roster): Instance[] {
  const surplus = pinned.length + recorded.length - workload.replicas;
  if (pinned.length === 0 && surplus === 0) return [...recorded];
  if (pinned.length === 0 && recorded.length === 0) return freshOf(workload);
  const dropped = new Set(surplus > 0 ? [...recorded].sort(byDispensability).slice(0, surplus) : []);
  for (const instance of dropped) if (instance.placed) occupancy.take(instance);

  const staying = recorded.filter((instance) => !dropped.has(instance));
  const missing = Math.max(0, workload.replicas - pinned.length - staying.length);
  const added = Array.from({ length: missing }, () => new Instance(workload, 0, undefined));
  const all = [...pinned, ...staying, ...added];
  number(all, [...dropped].sort(byNumber));
  return all.sort(byNumber);
}

function freshOf(workload: Workload): Instance[] {
  const all = new Array<Instance>(workload.replicas);
  for (let nth = 0; nth < all.length; nth++) all[nth] = new Instance(workload, nth + 1, undefined);
  return all;
}

function number(all: readonly Instance[], leaving: Instance[]): void {
  const used = new Set(all.map((instance) => instance.number));
  let next = 1;
  for (const instance of all) {
    if (instance.number !== 0) continue;
    const left = leaving.shift();
    while (!left && used.has(next)) next++;
    instance.number = left?.number ?? next;
    instance.from = left?.from;
    used.add(instance.number);
  }
}

function byNumber(a: Instance, b: Instance): number {
  return a.number - b.number;
}

function byDispensability(a: Instance, b: Instance): number {
  return Number(a.placed) - Number(b.placed) || b.number - a.number;
}
