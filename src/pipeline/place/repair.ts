import { Candidates } from './candidates.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import { MakeRoom } from './make-room.ts';
import type { Occupancy } from './occupancy.ts';

/** How often all that is left over is tried again, as long as the round before placed something. */
const ROUNDS = 20;

/** Places what found no place by moving as few others as possible. */
export function repair(occupancy: Occupancy, unplaced: readonly Instance[]): void {
  let waiting = [...unplaced].sort(byUrgency);
  const makeRoom = new MakeRoom(occupancy);
  for (let round = 0; round < ROUNDS && waiting.length > 0; round++) {
    const left = waiting.filter((instance) => !seat(occupancy, instance) && !makeRoom.for(instance));
    if (left.length === waiting.length) return;
    waiting = left;
  }
  for (const instance of waiting) seat(occupancy, instance);
}

function seat(occupancy: Occupancy, instance: Instance): boolean {
  return new Candidates(occupancy, instance.workload).seat(instance);
}
