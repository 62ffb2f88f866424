import type { Lease } from '../../model/lease.ts';
import { claim, expiry } from '../lease/claim.ts';
import type { LeaseStore } from '../lease-store.ts';
import type { Lock } from '../lease/lock.ts';
import { heldLease } from '../lease/lock.ts';
import { lost } from '../lease/lost.ts';

/** Opens a lease store that lives as long as the process; everybody who is to share it is given this one. */
export function openMemoryLeaseStore(scope: string): LeaseStore {
  let lock: Lock | null = null;
  const isOurs = ({ token }: Lease) => heldLease(lock)?.token === token;
  return {
    look: () => Promise.resolve(heldLease(lock)),
    async take(holder, seconds, now) {
      const claimed = claim(lock, { scope, holder, seconds, now });
      lock = { lease: claimed.lease, released: false };
      return await Promise.resolve(claimed);
    },
    async renew(lease, seconds, now) {
      if (!isOurs(lease)) throw lost(lease, heldLease(lock));
      const renewed = { ...lease, expires: expiry(seconds, now) };
      lock = { lease: renewed, released: false };
      return await Promise.resolve(renewed);
    },
    async release(lease) {
      if (isOurs(lease)) lock = { lease, released: true };
      return await Promise.resolve();
    },
    async remove(seen) {
      const found = heldLease(lock);
      if (found?.token !== seen.token || found.expires !== seen.expires) throw lost(seen, found);
      lock = { lease: seen, released: true };
      return await Promise.resolve();
    },
  };
}
