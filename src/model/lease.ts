/** Who is applying. */
export interface Holder {
  /** As git knows them: `Ada <ada@example.org>`. */
  readonly name: string;
  /** The machine. */
  readonly host: string;
  readonly pid: number;
  /** Where the run can be watched, in CI; null elsewhere. */
  readonly runUrl: string | null;
}

/** The right to apply, for a while. It saves wasted work; the compare-and-swap on the state branch gives safety. */
export interface Lease {
  readonly scope: string;
  readonly holder: Holder;
  /** Tells this run from every other, even of the same process id on the same machine. */
  readonly token: string;
  /** Goes up by one with every new holder. */
  readonly epoch: number;
  /** RFC 3339, UTC. */
  readonly since: string;
  readonly expires: string;
}
