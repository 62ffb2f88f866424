/** How a machine is reached over SSH; the user and the port of the fleet where they are absent. */
export interface Reach {
  readonly compute: string;
  /** An IP address, or a name. */
  readonly address: string;
  /** `ssh-ed25519 AAAA…`, or the fingerprint of it. */
  readonly hostKey: string;
  readonly port?: number;
  readonly user?: string;
}
