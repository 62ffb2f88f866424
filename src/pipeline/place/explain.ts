import type { PlannedPlacement, Rejection, UnplacedInstance } from '../../model/placement.ts';
import { refusalOf } from './admission.ts';
import { vectorFrom } from './amounts.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** Says where an instance is, what it gets, how well its compute is used, and why. */
export function explainPlaced({ fleet }: Occupancy, instance: Instance, score: number): PlannedPlacement {
  const compute = fleet.sites.nameOf(instance.compute);
  const kept = instance.from === compute;
  return {
    service: instance.workload.name,
    instance: instance.number,
    compute,
    granted: vectorFrom(instance.granted),
    score: Math.round(score * 10_000) / 10_000,
    kept,
    pinned: instance.pin !== undefined,
    reason: reasonOf(instance, kept),
  };
}

function reasonOf({ workload, pin, from, moved, candidates, percentAfter }: Instance, kept: boolean): string {
  if (pin) {
    const text = `pinned: ${pin.reason ?? `by Assignment ${pin.assignment}`}`;
    const notes = [
      ...(kept || from === undefined ? [] : [`moved from ${from}`]),
      ...(pin.allocated && !workload.bound ? ['what is allocated does not fit'] : []),
    ];
    return notes.length === 0 ? text : `${text} (${notes.join(', ')})`;
  }
  if (kept) return 'kept';
  if (moved !== undefined) return moved;
  const choice = candidates === 1 ? 'the only candidate' : `best of ${candidates} candidates`;
  return `${choice}: ${percentAfter} % used after`;
}

/** Says of every compute why an instance is not there. The reasons are worked out when they are first read. */
export function explainUnplaced(
  occupancy: Occupancy,
  instance: Instance,
  memo: RejectionMemo,
): UnplacedInstance {
  const { workload, number } = instance;
  return {
    service: workload.name,
    instance: number,
    get rejected(): readonly Rejection[] {
      const key = instance.pin ?? workload;
      let rejected = memo.get(key);
      if (!rejected) memo.set(key, (rejected = rejectionsOf(occupancy, instance)));
      return rejected;
    },
  };
}

/** Rejections by service or pin: instances of one service are rejected alike. */
export type RejectionMemo = Map<object, readonly Rejection[]>;

function rejectionsOf(occupancy: Occupancy, { workload, pin }: Instance): Rejection[] {
  return occupancy.fleet.sites.names.map((compute, index) => {
    if (pin && pin.compute !== compute) return { compute, reason: `pinned to ${pin.compute}` };
    const refusal = refusalOf(occupancy, workload, index);
    if (!refusal) throw new Error(`${compute} would take ${workload.name}, and it was not placed there`);
    return { compute, reason: refusal.reason };
  });
}
