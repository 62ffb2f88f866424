import { setTimeout } from 'node:timers/promises';
import { GitFailure } from './git-failure.ts';

const ATTEMPTS = 20;
const WAIT_MS = 20;

/** Git gives up after a moment when another process holds a reference, or removes the folder it was in. */
const BUSY =
  /unable to create '[^']*\.lock'|unable to (?:write|append to|create directory for) |file exists/i;

/** Runs git again, a little later each time, while another process is busy with the same reference. */
export async function patiently<T>(work: () => Promise<T>, busy: RegExp = BUSY): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (failure) {
      const again =
        failure instanceof GitFailure && (BUSY.test(failure.message) || busy.test(failure.message));
      if (!again || attempt === ATTEMPTS) throw failure;
      await setTimeout(attempt * WAIT_MS);
    }
  }
}
