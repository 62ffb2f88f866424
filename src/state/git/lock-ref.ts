import type { Lease } from '../../model/lease.ts';
import type { Lock } from '../lease/lock.ts';
import { decodeLock, encodeLock, lockUnreadable } from '../lease/lock-yaml.ts';
import { GitFailure } from './git-failure.ts';
import { identityLine } from './identity-line.ts';
import type { GitRepository } from './git-repository.ts';
import { seeRemote } from './see-remote.ts';
import type { SharedRef } from './shared-ref.ts';
import { tipOf } from './shared-ref.ts';

/** Where the lock of a fleet stands: `refs/stowage/lock/<scope>`. */
export interface LockRef extends SharedRef {
  readonly remote: string | null;
}

/** A lock as found. */
export interface FoundLock {
  readonly commit: string;
  readonly lock: Lock;
}

const LEASE_FILE = 'lease.yaml';

/** Asks where the lock stands; undefined where there never was one. Throws `state.remote`. */
export async function lockTip(at: LockRef): Promise<string | undefined> {
  if (at.remote === null) return await tipOf(at, at.ref);
  await seeRemote(at, at.remote);
  return await tipOf(at, at.seenRef);
}

/** Reads the lock; null where there never was one. Throws `state.remote` and `lock.unreadable`. */
export async function readLock(at: LockRef): Promise<FoundLock | null> {
  const commit = await lockTip(at);
  if (commit === undefined) return null;
  return { commit, lock: decodeLock(at.ref, await leaseText(at, commit)) };
}

async function leaseText({ git, ref }: LockRef, commit: string): Promise<string> {
  try {
    return await git.run(['cat-file', 'blob', `${commit}:${LEASE_FILE}`]);
  } catch (failure) {
    if (failure instanceof GitFailure) throw lockUnreadable(ref, `it holds no ${LEASE_FILE}`);
    throw failure;
  }
}

/** Where the leases of this process stand, so that they need not be written again to know it. */
const known = new WeakMap<Lease, string>();

/** The commit at which a lease stands that nobody else has moved. */
export async function commitOf(git: GitRepository, lease: Lease): Promise<string> {
  return known.get(lease) ?? (await writeLock(git, { lease, released: false }));
}

/**
 * Writes a lock as a commit without a parent that holds one file, and returns its id. The same lock has the same id,
 * so whoever knows a lease knows where its lock stands.
 */
export async function writeLock(git: GitRepository, lock: Lock): Promise<string> {
  const { holder, since, expires } = lock.lease;
  const [, name = holder.name, email = ''] = /^(.*) <(.*)>$/.exec(holder.name) ?? [];
  const who = identityLine({ author: { name, email }, timestamp: since });
  const state = lock.released ? 'released' : `held until ${expires}`;
  const blob = await idFrom(git, ['hash-object', '-w', '--stdin'], encodeLock(lock));
  const tree = await idFrom(git, ['mktree'], `100644 blob ${blob}\t${LEASE_FILE}\n`);
  const commit = `tree ${tree}\nauthor ${who}\ncommitter ${who}\n\nlock: ${state}\n`;
  const id = await idFrom(git, ['hash-object', '-t', 'commit', '-w', '--stdin'], commit);
  if (!lock.released) known.set(lock.lease, id);
  return id;
}

async function idFrom(git: GitRepository, args: readonly string[], input: string): Promise<string> {
  return (await git.run(args, input)).trim();
}
