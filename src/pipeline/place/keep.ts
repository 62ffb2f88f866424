import { WIDTH } from './amounts.ts';
import { admits, refusalOf } from './admission.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/**
 * Leaves recorded instances where they are while every hard rule holds for them. Where a compute cannot keep
 * all, those that keep the most stay; else those of higher priority and lower numbers.
 */
export function keep(occupancy: Occupancy, recorded: readonly Instance[]): void {
  const homes = new Map<number, Instance[]>();
  const crowded = new Set<number>();
  for (const instance of [...recorded].sort(bySeniority)) {
    const home = occupancy.fleet.sites.indexOf(instance.from ?? '');
    if (home === undefined || instance.workload.eligibility.mask[home] !== 1) continue;
    const guests = homes.get(home);
    if (guests) guests.push(instance);
    else homes.set(home, [instance]);
    if (!stay(occupancy, instance)) crowded.add(home);
  }
  for (const home of [...crowded].sort((a, b) => a - b)) rearrange(occupancy, homes.get(home) ?? [], home);
}

/** Says for each instance that could not stay which rule forbids it, once nobody else leaves. */
export function explainLeaving(occupancy: Occupancy, recorded: readonly Instance[]): void {
  for (const instance of [...recorded].sort(bySeniority)) {
    if (instance.placed || stay(occupancy, instance)) continue;
    const home = occupancy.fleet.sites.indexOf(instance.from ?? '');
    const refusal = home === undefined ? undefined : refusalOf(occupancy, instance.workload, home);
    instance.moved = `moved from ${instance.from}: ${refusal?.cause ?? 'it is gone'}`;
  }
}

function stay(occupancy: Occupancy, instance: Instance): boolean {
  const home = occupancy.fleet.sites.indexOf(instance.from ?? '');
  if (home === undefined || !admits(occupancy, instance.workload, home)) return false;
  occupancy.put(instance, home);
  return true;
}

/** Tries whether the least demanding first keep more on one compute than the most senior first did. */
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
  if (kept.length > before.length) return;
  for (const guest of kept) occupancy.take(guest);
  for (const guest of before) occupancy.put(guest, home);
}

function rivals({ workload }: Instance, guests: readonly Instance[]): number {
  return guests.filter((guest) => workload.avoids.has(guest.workload.index)).length;
}

function demand(occupancy: Occupancy, { workload }: Instance, home: number): number {
  const { perCapacity } = occupancy.fleet;
  return Math.max(...workload.min.map((amount, r) => amount * (perCapacity[home * WIDTH + r] as number)));
}

function bySeniority(a: Instance, b: Instance): number {
  return b.workload.priority - a.workload.priority || a.number - b.number || byUrgency(a, b);
}
