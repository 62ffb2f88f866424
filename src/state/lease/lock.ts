import type { Lease } from '../../model/lease.ts';

/** What stands where a lease is kept: it, or the one that was given back last, so that epochs go on rising. */
export interface Lock {
  readonly lease: Lease;
  /** Nobody holds it any more. */
  readonly released: boolean;
}

/** The lease that somebody holds; null where nobody does. */
export function heldLease(lock: Lock | null): Lease | null {
  return lock === null || lock.released ? null : lock.lease;
}
