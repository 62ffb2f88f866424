import type { JournalAct } from '../model/act.ts';
import type { Lease } from '../model/lease.ts';
import type { Occasion } from './acts-of.ts';

/** The entry that tells that somebody's lease was ended by another: with it the state moves on from under them. */
export function brokenLeaseAct(
  { holder, expires, epoch }: Lease,
  why: string,
  occasion: Occasion,
): JournalAct {
  const { actor, now, newId } = occasion;
  const time = now();
  return {
    entry: {
      id: newId(time),
      timestamp: time.toISOString(),
      category: 'other',
      author: actor,
      compute: null,
      subject: `break the lock of ${holder.name} on ${holder.host}`,
      content: `${why}. Its lease (epoch ${epoch}, process ${holder.pid}) ran until ${expires}.`,
    },
    effect: null,
  };
}
