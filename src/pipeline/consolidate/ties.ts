import type { Group } from './groups.ts';
import type { Stay } from './stay.ts';

/** A service of which some instances stay and others move, on one compute no more than so many. */
export interface Tie {
  readonly service: number;
  readonly spreadMax: number;
}

/** Finds them: a spreadMax that some who stay use up in part is counted like a resource. */
export function tiesOf(groups: readonly Group[], staying: ReadonlyMap<number, Stay>): Tie[] {
  const services = new Map(groups.map(({ cargo }) => [cargo.index, cargo.rules.spreadMax ?? Infinity]));
  return [...services]
    .map(([service, spreadMax]) => ({ service, spreadMax }))
    .filter(
      ({ service, spreadMax }) =>
        spreadMax > 1 &&
        Number.isFinite(spreadMax) &&
        [...staying.values()].some(({ counts }) => counts.has(service)),
    );
}
