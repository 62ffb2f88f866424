import type { Instance } from './instance.ts';

/**
 * Gives the pinned instances of a service the lowest of its numbers on their compute, as the next plan will:
 * it takes the lowest recorded ones for the pin. Otherwise two instances would swap what they are granted.
 */
export function seatPins(instances: readonly Instance[]): void {
  const groups = new Map<string, Instance[]>();
  for (const instance of instances) {
    if (!instance.placed || instance.workload.pins.length === 0) continue;
    const key = `${instance.workload.index} ${instance.compute}`;
    groups.set(key, [...(groups.get(key) ?? []), instance]);
  }
  for (const group of groups.values()) {
    const identities = group
      .map(({ number, from, moved }) => ({ number, from, moved }))
      .sort((a, b) => a.number - b.number);
    const seats = group.sort((a, b) => Number(!a.pin) - Number(!b.pin) || a.number - b.number);
    for (const [nth, seat] of seats.entries()) Object.assign(seat, identities[nth]);
  }
}
