import { Board } from './board.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { worthOf } from './worth.ts';

/**
 * Lets newcomers change places among themselves until more of them fit; answers how many more. Nobody else moves. The
 * search does it on a board, and answers the same; where that is none, all stay.
 */
export function changePlaces(
  occupancy: Occupancy,
  newcomers: readonly Instance[],
  hopeful: readonly Instance[],
  search: (board: Board) => number,
): number {
  if (hopeful.length === 0) return 0;
  const { fleet } = occupancy;
  const wanted = new Uint8Array(fleet.size);
  for (const { mask } of new Set(hopeful.map(({ workload }) => workload.eligibility))) {
    for (let compute = 0; compute < fleet.size; compute++) wanted[compute]! |= mask[compute] as number;
  }
  const hosts = Int32Array.from([...wanted.keys()].filter((compute) => wanted[compute] === 1));
  const members = [
    ...newcomers.filter(({ placed, compute }) => placed && wanted[compute] === 1),
    ...hopeful,
  ].filter(isFree);
  const board = new Board(occupancy, members, hosts, worthOf(occupancy));
  const more = search(board);
  if (more === 0) return 0;
  for (const instance of board.carryOut()) instance.candidates = 0;
  return more;
}

/** Tells whether an instance may change places without a look at who else is there. */
function isFree({ workload: { buffered, avoids, rules } }: Instance): boolean {
  return !buffered && avoids.size === 0 && rules.topologyKey === undefined;
}
