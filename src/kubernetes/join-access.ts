import { unreached } from '../providers/unreached.ts';
import type { RemoteAccess } from '../remote/remote-access.ts';
import type { RemoteHost, ScriptResult } from '../remote/remote-shell.ts';

/** What joining needs. */
export interface JoinAccess extends RemoteAccess {
  /** Is told every token, so that no output ever shows one. */
  readonly remember: (secret: string) => void;
}

/** Whoever logs in as somebody else than root must be allowed to become root without a password. */
const AS_ROOT = 'as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }';

/** Runs a script in which `as_root` goes before what needs it. Fails with a ProviderFailure where it did not run. */
export async function runAsRoot(
  { shell }: RemoteAccess,
  host: RemoteHost,
  script: string,
  signal: AbortSignal,
): Promise<ScriptResult> {
  try {
    return await shell.run(host, `${AS_ROOT}\n${script}\n`, signal);
  } catch (error) {
    throw unreached(error);
  }
}
