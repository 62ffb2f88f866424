import type { Placement } from '../../model/placement.ts';
import { askedIn } from './amounts.ts';
import { compareText } from './by-name.ts';
import type { Fleet } from './fleet.ts';
import { Instance } from './instance.ts';
import type { Workload } from './workload.ts';

/** The instances of one service before they are counted against its replicas. */
export interface Roster {
  readonly workload: Workload;
  /** What people pinned; those without a number were not there before. */
  readonly pinned: readonly Instance[];
  /** What the last apply left, beyond what is pinned. */
  readonly recorded: readonly Instance[];
}

/** Lists the instances of every service, those with the highest priority first. */
export function rostersOf(fleet: Fleet, placements: readonly Placement[]): Roster[] {
  const records = recordsByService(placements);
  return [...fleet.workloads]
    .sort((a, b) => b.priority - a.priority || a.index - b.index)
    .map((workload) => rosterOf(workload, records.get(workload.name) ?? []));
}

function rosterOf(workload: Workload, records: Placement[]): Roster {
  const pinned: Instance[] = [];
  const free = new Set(records);
  for (const pin of workload.pins) {
    const here = records.filter((record) => free.has(record) && record.compute === pin.compute);
    const quantity = Math.min(pin.quantity, workload.replicas - pinned.length);
    const bound = pin.allocated ? boundTo(workload, pin.allocated) : workload;
    for (let nth = 0; nth < quantity; nth++) {
      const record = here[nth];
      if (record) free.delete(record);
      pinned.push(new Instance(bound, record?.instance ?? 0, record?.compute, pin));
    }
  }
  const recorded = [...free].map(({ instance, compute }) => new Instance(workload, instance, compute));
  return { workload, pinned, recorded };
}

/** A fixed allocation is both the least and the most that an instance is granted. */
function boundTo(workload: Workload, allocated: Float64Array): Workload {
  const bind = (amount: number, r: number): number => {
    const fixed = allocated[r] as number;
    const [min, max] = [workload.min[r] as number, workload.max[r] as number];
    return Number.isNaN(fixed) ? amount : Math.min(max, Math.max(min, fixed));
  };
  const min = workload.min.map(bind);
  return { ...workload, min, max: workload.max.map(bind), asked: askedIn(min, workload.buffer), bound: true };
}

/** Groups records by service, in the order of their numbers, each number once. */
function recordsByService(placements: readonly Placement[]): Map<string, Placement[]> {
  const sorted = [...placements].sort((a, b) => a.instance - b.instance || compareText(a.compute, b.compute));
  const records = new Map<string, Placement[]>();
  for (const placement of sorted) {
    const list = records.get(placement.service);
    if (!list) records.set(placement.service, [placement]);
    else if (list.at(-1)?.instance !== placement.instance) list.push(placement);
  }
  return records;
}
