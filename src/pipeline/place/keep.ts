import { admits, refusalOf } from './admission.ts';
import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { mostTogether } from './most-together.ts';
import { bySeniority } from './seniority.ts';

/**
 * Leaves recorded instances where they are while every hard rule holds for them. Where a compute cannot keep
 * all, those that keep the most stay; else those of higher priority and lower numbers. Takes them by seniority.
 */
export function keep(occupancy: Occupancy, recorded: readonly Instance[]): void {
  const crowded = new Map<number, Instance[]>();
  for (const instance of recorded) {
    const home = homeOf(occupancy, instance);
    if (home !== NOWHERE && !stay(occupancy, instance)) crowded.set(home, []);
  }
  if (crowded.size === 0) return;
  for (const instance of recorded) crowded.get(homeOf(occupancy, instance))?.push(instance);
  for (const home of [...crowded.keys()].sort((a, b) => a - b)) {
    rearrange(occupancy, crowded.get(home) ?? [], home);
  }
}

/** Says for each instance that could not stay which rule forbids it, once nobody else leaves. */
export function explainLeaving(occupancy: Occupancy, leaving: readonly Instance[]): void {
  for (const instance of [...leaving].sort(bySeniority)) {
    if (stay(occupancy, instance)) continue;
    const home = occupancy.fleet.sites.indexOf(instance.from ?? '');
    const refusal = home === undefined ? undefined : refusalOf(occupancy, instance.workload, home);
    instance.moved = `moved from ${instance.from}: ${refusal?.cause ?? 'it is gone'}`;
  }
}

/** Finds where an instance was, if it may be there at all. */
function homeOf({ fleet }: Occupancy, { from, workload }: Instance): number {
  const home = fleet.sites.indexOf(from ?? '');
  return home !== undefined && workload.eligibility.mask[home] === 1 ? home : NOWHERE;
}

function stay(occupancy: Occupancy, instance: Instance): boolean {
  const home = occupancy.fleet.sites.indexOf(instance.from ?? '');
  if (home === undefined || !admits(occupancy, instance.workload, home)) return false;
  occupancy.put(instance, home);
  return true;
}

/** Lets as many of those on one compute stay as can, once not all of them can. */
function rearrange(occupancy: Occupancy, guests: readonly Instance[], home: number): void {
  const before = guests.filter(({ placed }) => placed);
  for (const guest of before) occupancy.take(guest);
  const modest = [...guests].sort(
    (a, b) =>
      rivals(a, guests) - rivals(b, guests) ||
      demand(occupancy, a, home) - demand(occupancy, b, home) ||
      bySeniority(a, b),
  );
  const kept = modest.filter((guest) => stay(occupancy, guest));
  for (const guest of kept) occupancy.take(guest);
  const senior = [...guests].sort(bySeniority);
  const least = Math.max(before.length, kept.length);
  const most = mostTogether(occupancy, senior, home, least);
  const staying = most ?? (kept.length > before.length ? kept : before);
  for (const guest of staying) occupancy.put(guest, home);
}

function rivals({ workload }: Instance, guests: readonly Instance[]): number {
  if (workload.avoids.size === 0) return 0;
  return guests.filter((guest) => workload.avoids.has(guest.workload.index)).length;
}

function demand({ fleet: { shapes } }: Occupancy, { workload }: Instance, home: number): number {
  const shape = shapes.of[home] as number;
  return Math.max(
    ...workload.min.map((amount, r) => amount * (shapes.perCapacity[r * shapes.count + shape] as number)),
  );
}
