import type { Placement } from '../../model/placement.ts';
import { askedIn } from './amounts.ts';
import { compareText } from '../../model/compare-text.ts';
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

const NO_RECORDS: readonly Placement[] = [];
const NOBODY: readonly Instance[] = [];

/** Lists the instances of every service that is to have some, those with the highest priority first. */
export function rostersOf(fleet: Fleet, placements: readonly Placement[]): Roster[] {
  const records = recordsByService(placements);
  return fleet.workloads
    .filter(({ replicas }) => replicas > 0)
    .sort((a, b) => b.priority - a.priority || a.index - b.index)
    .map((workload) => rosterOf(workload, records.get(workload.name) ?? NO_RECORDS));
}

function rosterOf(workload: Workload, records: readonly Placement[]): Roster {
  if (workload.pins.length === 0)
    return { workload, pinned: NOBODY, recorded: recordedAs(workload, records) };
  const pinned: Instance[] = [];
  const taken = new Set<Placement>();
  for (const pin of workload.pins) {
    const here = records.filter((record) => !taken.has(record) && record.compute === pin.compute);
    const quantity = Math.min(pin.quantity, workload.replicas - pinned.length);
    const bound = pin.allocated ? boundTo(workload, pin.allocated) : workload;
    for (let nth = 0; nth < quantity; nth++) {
      const record = here[nth];
      if (record) taken.add(record);
      pinned.push(new Instance(bound, record?.instance ?? 0, record?.compute, pin));
    }
  }
  const free = records.filter((record) => !taken.has(record));
  return { workload, pinned, recorded: recordedAs(workload, free) };
}

function recordedAs(workload: Workload, records: readonly Placement[]): readonly Instance[] {
  if (records.length === 0) return NOBODY;
  return records.map(({ instance, compute }) => new Instance(workload, instance, compute));
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
export function recordsByService(placements: readonly Placement[]): Map<string, readonly Placement[]> {
  const records = new Map<string, Placement[]>();
  for (const placement of placements) {
    const list = records.get(placement.service);
    if (list) list.push(placement);
    else records.set(placement.service, [placement]);
  }
  const ordered = new Map<string, readonly Placement[]>();
  for (const [service, list] of records) ordered.set(service, rises(list) ? list : onceEach(list));
  return ordered;
}

function rises(list: readonly Placement[]): boolean {
  for (let nth = 1; nth < list.length; nth++) {
    if ((list[nth] as Placement).instance <= (list[nth - 1] as Placement).instance) return false;
  }
  return true;
}

function onceEach(list: readonly Placement[]): Placement[] {
  const sorted = [...list].sort((a, b) => a.instance - b.instance || compareText(a.compute, b.compute));
  return sorted.filter((placement, nth) => placement.instance !== sorted[nth - 1]?.instance);
}
