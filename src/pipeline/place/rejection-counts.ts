import { sparseFiltersFor } from './admission.ts';
import { hasBit } from './bits.ts';
import { OCCUPANCY_FILTERS } from './filters/occupancy.ts';
import { room } from './filters/room.ts';
import { STANDING_FILTERS } from './filters/standing.ts';
import { topologyShare } from './filters/topology-share.ts';
import type { Occupancy } from './occupancy.ts';
import { RoomSearch } from './room-search.ts';
import type { Workload } from './workload.ts';

/** The rules in the order in which they are asked, and after them what none rules out. */
const RULES = STANDING_FILTERS.length + OCCUPANCY_FILTERS.length;
const FIGURES = RULES + 1;
const SHARE = STANDING_FILTERS.length + OCCUPANCY_FILTERS.indexOf(topologyShare);
const ROOM = STANDING_FILTERS.length + OCCUPANCY_FILTERS.indexOf(room);

/**
 * For every service, how many computes each hard rule keeps one more instance from, a compute being counted for the
 * first rule that forbids it; and how many would take one.
 */
export class RejectionCounts {
  readonly #counts: Int32Array;

  /** Counts, in sets of bits where it can: services of a class share the search for room and its count. */
  constructor(occupancy: Occupancy) {
    const { workloads, size } = occupancy.fleet;
    this.#counts = new Int32Array(workloads.length * FIGURES);
    const search = new RoomSearch(occupancy);
    const seen = new Int32Array(size);
    let turn = -1;
    for (const workload of inClasses(workloads)) {
      if (workload.class !== turn) search.find(workload);
      turn = workload.class;
      this.#count(occupancy, workload, search, seen);
    }
  }

  /** How many computes each standing rule, then each rule about what runs there, forbids to a service. */
  ruledOut({ index }: Workload): Int32Array {
    return this.#counts.subarray(index * FIGURES, index * FIGURES + RULES);
  }

  /** How many computes would take one more instance of a service. */
  candidates({ index }: Workload): number {
    return this.#counts[index * FIGURES + RULES] as number;
  }

  /** Takes what the search for room found. Who is rejected for what runs there is in use, and was found one by one. */
  #count(
    occupancy: Occupancy,
    workload: Workload,
    { found, segments, counts: roomy }: RoomSearch,
    seen: Int32Array,
  ): void {
    const { index, eligibility } = workload;
    const { ruledOut, topology } = eligibility;
    const counts = this.#counts;
    const first = index * FIGURES;
    for (let rule = 0; rule < ruledOut.length; rule++) counts[first + rule] = ruledOut[rule] as number;
    const spread = occupancy.spreadOf(workload);
    let left = 0;
    let candidates = 0;
    for (let value = 0; value < segments; value++) {
      const members = topology?.members[value]?.length ?? eligibility.count;
      if (spread && !spread.admits(value)) counts[first + SHARE]! += members;
      else {
        left += members;
        candidates += roomy[value] as number;
      }
    }
    for (const filter of sparseFiltersFor(workload)) {
      const rule = STANDING_FILTERS.length + OCCUPANCY_FILTERS.indexOf(filter);
      filter.rejected?.(occupancy, workload, (compute) => {
        if (eligibility.mask[compute] !== 1 || seen[compute] === index + 1) return;
        seen[compute] = index + 1;
        counts[first + rule]!++;
        if (spread && !spread.admits(topology?.valueOf[compute] as number)) counts[first + SHARE]!--;
        else {
          left--;
          if (hasBit(found.bits, compute)) candidates--;
        }
      });
    }
    counts[first + ROOM] = left - candidates;
    counts[first + RULES] = candidates;
  }
}

/** Lists services so that those of a class follow each other; classes are whole numbers from 0. */
function inClasses(workloads: readonly Workload[]): Workload[] {
  const starts = new Int32Array(workloads.length + 1);
  for (const workload of workloads) starts[workload.class + 1]!++;
  for (let nth = 1; nth < starts.length; nth++) starts[nth]! += starts[nth - 1] as number;
  const ordered = [...workloads];
  for (const workload of workloads) ordered[starts[workload.class]!++] = workload;
  return ordered;
}
