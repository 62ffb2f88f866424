import { Board } from '../../../src/pipeline/place/board.ts';
import { compile } from '../../../src/pipeline/place/compile.ts';
import { Instance } from '../../../src/pipeline/place/instance.ts';
import { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import { worthOf } from '../../../src/pipeline/place/worth.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

/** A board, and the words to ask where everybody is. */
export interface NamedBoard {
  readonly board: Board;
  /** The compute of each service that has a place; each has one instance. */
  readonly seats: () => Record<string, string>;
}

/** Lays out a fleet whose services have one instance each, on the computes given; the others wait. */
export function boardOf(words: FleetWords, seats: Readonly<Record<string, string>>): NamedBoard {
  const occupancy = new Occupancy(compile(fleet(words), POLICY));
  const { workloads, size } = occupancy.fleet;
  const names = Object.keys(words.computes).sort();
  const members = workloads.map((workload) => new Instance(workload, 1, undefined));
  for (const one of members) {
    const seat = seats[one.workload.name];
    if (seat !== undefined) occupancy.put(one, names.indexOf(seat));
  }
  const hosts = Int32Array.from({ length: size }, (_, compute) => compute);
  const board = new Board(occupancy, members, hosts, worthOf(occupancy));
  return {
    board,
    seats: () =>
      Object.fromEntries(
        members.flatMap(({ workload }, m) => {
          const name = names[board.seat[m] as number];
          return name === undefined ? [] : [[workload.name, name]];
        }),
      ),
  };
}
