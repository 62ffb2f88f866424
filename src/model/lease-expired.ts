import type { Lease } from './lease.ts';

/** How far the clocks of two machines may be apart before one breaks a lease that the other still renews. */
export const GRACE_SECONDS = 10;

/**
 * Tells whether a lease may be taken over. Its holder's clock said when it expires and the looker's clock says what
 * time it is, so it is let stand for GRACE_SECONDS more; a clock that is off by more costs wasted work, no safety.
 */
export function leaseExpired({ expires }: Lease, now: Date): boolean {
  return now.getTime() > Date.parse(expires) + GRACE_SECONDS * 1000;
}
