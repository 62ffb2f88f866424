import { setTimeout } from 'node:timers/promises';
import { GitFailure } from './git-failure.ts';
import type { LockRef } from './lock-ref.ts';
import { lockTip } from './lock-ref.ts';
import { remoteFailure } from './remote-failure.ts';
import { moveRefs, pushRef } from './shared-ref.ts';

const ATTEMPTS = 12;
const WAIT_MS = 50;

/** Another process moves the same reference at this moment, and has not moved it yet. */
const BUSY = /cannot lock ref|failed to update ref|file exists|incorrect old value/i;

/**
 * Moves the lock from one commit to another, if it still is at the first (undefined: if there is none yet). False when
 * somebody else moved it; a lost answer is made up for by looking again. Throws `state.remote`.
 */
export async function swapLock(at: LockRef, from: string | undefined, to: string): Promise<boolean> {
  const { remote, ref } = at;
  for (let attempt = 1; ; attempt++) {
    try {
      if (remote !== null) await pushRef(at, remote, from, to);
      else await moveRefs(at, from === undefined ? `create ${ref} ${to}` : `update ${ref} ${to} ${from}`);
      return true;
    } catch (failure) {
      if (!(failure instanceof GitFailure)) throw failure;
      const refusal = remote === null ? failure : remoteFailure(remote, `push ${at.what} to`, failure);
      const found = await tipNow(at, refusal);
      if (found === to) return true;
      if (found !== from) return false;
      if (!BUSY.test(failure.message) || attempt === ATTEMPTS) throw refusal;
      await setTimeout(attempt * WAIT_MS);
    }
  }
}

/** Where the lock is after a move failed; the first failure counts when it cannot be asked. */
async function tipNow(at: LockRef, refusal: unknown): Promise<string | undefined> {
  try {
    return await lockTip(at);
  } catch {
    throw refusal;
  }
}
