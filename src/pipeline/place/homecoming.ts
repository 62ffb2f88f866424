import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/**
 * Lets instances of one service change places among themselves, so that whoever can be where it was is there,
 * and of the others those come first whose claim is the least number. Which computes are taken stays the same.
 */
export function homecoming(
  occupancy: Occupancy,
  instances: readonly Instance[],
  claimOf: (instance: Instance) => number,
): void {
  const groups = new Map<Workload, Instance[]>();
  for (const instance of instances) {
    const group = groups.get(instance.workload);
    if (group) group.push(instance);
    else groups.set(instance.workload, [instance]);
  }
  for (const group of groups.values()) {
    if (group.some((instance) => astray(occupancy, instance))) exchange(occupancy, group, claimOf);
  }
}

function astray({ fleet }: Occupancy, { from, compute }: Instance): boolean {
  return from !== undefined && (compute === NOWHERE || fleet.sites.indexOf(from) !== compute);
}

function exchange(
  occupancy: Occupancy,
  group: readonly Instance[],
  claimOf: (instance: Instance) => number,
): void {
  const places = group.map(({ compute }) => compute).filter((compute) => compute !== NOWHERE);
  const after = new Map<Instance, number>();
  const settle = (instance: Instance, compute: number | undefined): void => {
    const at = compute === undefined || after.has(instance) ? NOWHERE : places.indexOf(compute);
    if (at !== NOWHERE) after.set(instance, places.splice(at, 1)[0] as number);
  };
  for (const instance of group) {
    if (instance.from !== undefined) settle(instance, occupancy.fleet.sites.indexOf(instance.from));
  }
  const claimants = [...group].sort((a, b) => claimOf(a) - claimOf(b) || a.number - b.number);
  const seated = claimants.filter((one) => !after.has(one)).slice(0, places.length);
  for (const instance of seated) settle(instance, instance.compute);
  for (const instance of seated) settle(instance, places[0]);
  const changed = group.filter((instance) => (after.get(instance) ?? NOWHERE) !== instance.compute);
  for (const instance of changed) if (instance.placed) occupancy.take(instance);
  for (const instance of changed) {
    const compute = after.get(instance);
    if (compute !== undefined) occupancy.put(instance, compute);
  }
}
