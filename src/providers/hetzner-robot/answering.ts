import type { RemoteHost, RemoteShell, ScriptResult } from '../../remote/remote-shell.ts';
import { RemoteFailure } from '../../remote/remote-shell.ts';
import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';

const FIRST_MS = 100;
const SLOWEST_MS = 15_000;
const LONGEST_MS = 30 * 60_000;
/** The next try is this part of the time since the first away. */
const SHARE_OF_AGE = 0.5;

/**
 * Runs a script on a machine that is about to start, once it answers; a run is tried anew as long as another system is
 * there still. `between` is done after each try in vain; where it answers true, nothing is waited for any more.
 */
export async function answering(
  shell: RemoteShell,
  host: RemoteHost,
  script: string,
  signal: AbortSignal,
  between: (why: RemoteFailure) => Promise<boolean> = () => Promise.resolve(false),
): Promise<ScriptResult | null> {
  for (const start = Date.now(); ;) {
    try {
      return await shell.run(host, script, signal);
    } catch (error) {
      if (!(error instanceof RemoteFailure)) throw error;
      if (await between(error)) return null;
      const age = Date.now() - start;
      if (signal.aborted || age > LONGEST_MS)
        throw new ProviderFailure('transient', error.message, error.hint);
      await wait(Math.min(Math.max(age * SHARE_OF_AGE, FIRST_MS), SLOWEST_MS), signal);
    }
  }
}
