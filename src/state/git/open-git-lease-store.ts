import type { Lease } from '../../model/lease.ts';
import type { Claimant } from '../lease/claim.ts';
import { claim, expiry } from '../lease/claim.ts';
import type { LeaseStore } from '../lease-store.ts';
import { heldLease } from '../lease/lock.ts';
import { lost } from '../lease/lost.ts';
import { openRepository } from './git-repository.ts';
import { inPlainWords } from './in-plain-words.ts';
import type { LockRef } from './lock-ref.ts';
import { commitOf, readLock, writeLock } from './lock-ref.ts';
import type { GitStateOptions } from './open-git-state-store.ts';
import { swapLock } from './swap-lock.ts';

/** Opens the lease that goes with a state branch; its scope is the branch's name. */
export function openGitLeaseStore({ directory, branch, remote, environment }: GitStateOptions): LeaseStore {
  const at: LockRef = {
    git: openRepository(directory, environment),
    remote,
    ref: `refs/stowage/lock/${branch}`,
    seenRef: `refs/stowage/remote-lock/${branch}`,
    what: 'the lock',
  };
  return {
    look: () => inPlainWords(look(at)),
    take: (holder, seconds, now) => inPlainWords(take(at, { scope: branch, holder, seconds, now })),
    renew: (lease, seconds, now) => inPlainWords(renew(at, lease, expiry(seconds, now))),
    release: (lease) => inPlainWords(release(at, lease)),
    remove: (seen) => inPlainWords(remove(at, seen)),
  };
}

async function look(at: LockRef): Promise<Lease | null> {
  return heldLease((await readLock(at))?.lock ?? null);
}

async function take(at: LockRef, claimant: Claimant): Promise<ReturnType<typeof claim>> {
  for (;;) {
    const found = await readLock(at);
    const claimed = claim(found?.lock ?? null, claimant);
    const commit = await writeLock(at.git, { lease: claimed.lease, released: false });
    if (await swapLock(at, found?.commit, commit)) return claimed;
  }
}

async function renew(at: LockRef, lease: Lease, expires: string): Promise<Lease> {
  const renewed = { ...lease, expires };
  if (await replace(at, lease, renewed, false)) return renewed;
  throw lost(lease, await look(at));
}

async function release(at: LockRef, lease: Lease): Promise<void> {
  await replace(at, lease, lease, true);
}

async function remove(at: LockRef, seen: Lease): Promise<void> {
  const found = await readLock(at);
  const held = heldLease(found?.lock ?? null);
  if (held?.token !== seen.token || held.expires !== seen.expires) throw lost(seen, held);
  const commit = await writeLock(at.git, { lease: held, released: true });
  if (!(await swapLock(at, found?.commit, commit))) throw lost(seen, await look(at));
}

/** Puts a lock in the place of our lease; false when that is no longer ours. */
async function replace(at: LockRef, ours: Lease, next: Lease, released: boolean): Promise<boolean> {
  const commit = await writeLock(at.git, { lease: next, released });
  let from = await commitOf(at.git, ours);
  while (!(await swapLock(at, from, commit))) {
    // A renewal whose answer was lost may have moved it; it is ours by its token.
    const found = await readLock(at);
    if (found === null || found.lock.released || found.lock.lease.token !== ours.token) return false;
    from = found.commit;
  }
  return true;
}
