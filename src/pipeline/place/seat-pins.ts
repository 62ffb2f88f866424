import type { Instance } from './instance.ts';

/**
 * Gives the pinned instances of a service the lowest of its numbers on their compute, as the next plan will:
 * it takes the lowest recorded ones for the pin. Otherwise two instances would swap what they are granted.
 * Takes the instances service by service.
 */
export function seatPins(services: readonly (readonly Instance[])[]): void {
  for (const instances of services) {
    if (instances[0]?.workload.pins.length === 0) continue;
    const groups = new Map<number, Instance[]>();
    for (const instance of instances) {
      if (!instance.placed) continue;
      const group = groups.get(instance.compute);
      if (group) group.push(instance);
      else groups.set(instance.compute, [instance]);
    }
    for (const group of groups.values()) seatGroup(group);
  }
}

function seatGroup(group: Instance[]): void {
  const identities = group
    .map(({ number, from, moved }) => ({ number, from, moved }))
    .sort((a, b) => a.number - b.number);
  const seats = group.sort((a, b) => Number(!a.pin) - Number(!b.pin) || a.number - b.number);
  for (const [nth, seat] of seats.entries()) Object.assign(seat, identities[nth]);
}
