import { setTimeout } from 'node:timers/promises';

/** Waits until something holds, however long this machine takes; the time that its test has is the limit. */
export async function until(holds: () => boolean): Promise<void> {
  // Of a test that ran out of time, nothing is to keep the process alive.
  while (!holds()) await setTimeout(10, undefined, { ref: false });
}
