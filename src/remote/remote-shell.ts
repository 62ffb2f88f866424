/** A machine that is reached over SSH. */
export interface RemoteHost {
  /** An IP address, or a name. */
  readonly address: string;
  readonly port: number;
  readonly user: string;
  /** `ssh-ed25519 AAAA…`, or the `SHA256:…` or `MD5:…` fingerprint of it; nobody else is spoken to. */
  readonly hostKey: string;
}

/** How a script ended. */
export interface ScriptResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Why a machine could not be reached: `unreachable` may pass, `host-key` and `refused` need a person. */
export class RemoteFailure extends Error {
  readonly why: 'unreachable' | 'host-key' | 'refused';
  /** What a person can do about it. */
  readonly hint: string;

  constructor(why: RemoteFailure['why'], message: string, hint: string) {
    super(message);
    this.name = 'RemoteFailure';
    this.why = why;
    this.hint = hint;
  }
}

/** Runs scripts on machines. */
export interface RemoteShell {
  /**
   * Runs a script with `sh`, whatever the login shell; it goes over standard input, so that what it holds is in no list of
   * processes, and its own standard input is empty. However it ends is an answer. Fails with a RemoteFailure where it did
   * not run, or, as `unreachable`, where the connection broke or was stopped before its end: what it did until then, or
   * goes on to do, nobody knows.
   */
  run(host: RemoteHost, script: string, signal: AbortSignal): Promise<ScriptResult>;
}
