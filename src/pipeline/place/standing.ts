import type { Placement } from '../../model/placement.ts';
import { enroll } from './enroll.ts';
import type { Fleet } from './fleet.ts';
import type { Enrolled } from './greedy.ts';
import type { Instance } from './instance.ts';
import { keep } from './keep.ts';
import { Occupancy } from './occupancy.ts';
import { pin } from './pin.ts';
import { rostersOf } from './roster.ts';
import { recordedBySeniority } from './seniority.ts';

/** A fleet with everybody where the last apply left them, if they may stay, and the others without a place. */
export interface Standing {
  readonly occupancy: Occupancy;
  readonly enrolled: readonly Enrolled[];
}

/** Pins what is pinned, keeps what may stay, and brings every service to its replicas. */
export function standingOf(fleet: Fleet, recorded: readonly Placement[]): Standing {
  const occupancy = new Occupancy(fleet);
  const rosters = rostersOf(fleet, recorded);
  pin(occupancy, rosters);
  keep(occupancy, recordedBySeniority(rosters));
  const enrolled = rosters.map((roster) => ({
    workload: roster.workload,
    instances: enroll(occupancy, roster),
  }));
  return { occupancy, enrolled };
}

/** Lists the instances that still need a place; a pinned one has its place or none. */
export function waitingOf(enrolled: readonly Enrolled[]): Instance[] {
  const waiting: Instance[] = [];
  for (const { instances } of enrolled) {
    for (const instance of instances) if (!instance.placed && !instance.pin) waiting.push(instance);
  }
  return waiting;
}
