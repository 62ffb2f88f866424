import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { requestFailure } from './failure-of.ts';
import type { IonosApi } from './ionos-api.ts';

/** Nobody knows what became of a request: it was stopped, or could not be asked about, or never ends. */
export class OutOfSight extends Error {}

const FIRST_MS = 100;
const SLOWEST_MS = 10_000;
const LONGEST_MS = 60 * 60_000;
/** So long a request that was accepted may not be seen yet. */
const UNSEEN_MS = 120_000;
/** The next time to ask is this part of its age away. */
const SHARE_OF_AGE = 0.5;

/**
 * Waits until a request is done, asking often at first and ever more seldom. Fails as the request does, with a
 * ProviderFailure, or with OutOfSight.
 */
export async function followRequest(api: IonosApi, id: string, signal?: AbortSignal): Promise<void> {
  const since = Date.now();
  for (;;) {
    const age = Date.now() - since;
    await seen(wait(Math.min(Math.max(age * SHARE_OF_AGE, FIRST_MS), SLOWEST_MS), signal));
    const found = await seen(api.requestStatus(id, signal));
    const { status, message } = found?.metadata ?? {};
    if (status === 'DONE') return;
    if (status === 'FAILED') throw requestFailure(message);
    if (age > LONGEST_MS) throw new OutOfSight(`request ${id} does not end`);
    if (!found && age > UNSEEN_MS) throw new OutOfSight(`request ${id} is nowhere to be seen`);
  }
}

async function seen<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof ProviderFailure ? new OutOfSight(error.message) : error;
  }
}
