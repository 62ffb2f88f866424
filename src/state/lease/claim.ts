import { randomUUID } from 'node:crypto';
import type { Holder, Lease } from '../../model/lease.ts';
import { leaseExpired } from '../../model/lease-expired.ts';
import { held } from './held.ts';
import type { Lock } from './lock.ts';
import { heldLease } from './lock.ts';

/** Who wants a lease, for how long, and when. */
export interface Claimant {
  readonly scope: string;
  readonly holder: Holder;
  readonly seconds: number;
  readonly now: Date;
}

/** The lease that follows on what is found, and the expired one it breaks. Throws `lock.held`. */
export function claim(
  found: Lock | null,
  { scope, holder, seconds, now }: Claimant,
): { readonly lease: Lease; readonly broken: Lease | null } {
  const broken = heldLease(found);
  if (broken && !leaseExpired(broken, now)) throw held(broken, now);
  const epoch = (found?.lease.epoch ?? 0) + 1;
  const since = now.toISOString();
  const lease = { scope, holder, token: randomUUID(), epoch, since, expires: expiry(seconds, now) };
  return { lease, broken };
}

/** When a lease expires that is taken or renewed now. RFC 3339, UTC. */
export function expiry(seconds: number, now: Date): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
