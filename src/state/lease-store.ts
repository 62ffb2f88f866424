import type { Holder, Lease } from '../model/lease.ts';

/**
 * Where the lease of one fleet is kept: `refs/stowage/lock/<scope>` for git. Every store passes
 * test/conformance/lease-store. Its errors are StowageErrors: `lock.held` (exit code 6; says who holds it, since
 * when and until when), `lock.lost` (exit code 6: it was released, broken or taken over), `lock.unreadable` (what
 * stands there is no lease), `state.remote`. Every moment is judged by the clock of whoever asks: see leaseExpired.
 */
export interface LeaseStore {
  /** Reads who holds it, be it expired or not; null when nobody does. */
  look(): Promise<Lease | null>;
  /**
   * Takes it when nobody holds it; takes it over when it has expired, by compare-and-swap. Fails with `lock.held`.
   * `broken` is the lease that was taken over, for the journal.
   */
  take(
    holder: Holder,
    seconds: number,
    now: Date,
  ): Promise<{ readonly lease: Lease; readonly broken: Lease | null }>;
  /** Extends it, also when it has expired and nobody took it since. Fails with `lock.lost`. */
  renew(lease: Lease, seconds: number, now: Date): Promise<Lease>;
  /** Gives it back; does nothing when it is no longer ours. */
  release(lease: Lease): Promise<void>;
  /** Removes somebody's lease, if it still is the one seen. Fails with `lock.lost` when it changed meanwhile. */
  remove(seen: Lease): Promise<void>;
}
