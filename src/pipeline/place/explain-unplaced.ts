import type { Rejection, UnplacedInstance } from '../../model/placement.ts';
import { refusalOf } from './admission.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

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
