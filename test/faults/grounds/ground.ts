/** Where the machines of a site are, and who counts them. */
export interface Ground {
  /** A ComputeProvider `pool` and a ComputeProfile `small`, from the kind on. */
  readonly documents: readonly string[];
  /** Where hosts are ordered; absent where the provider has only one region. */
  readonly region?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Has every call take so long, from and to, in milliseconds. */
  slow(latencyMs: readonly [number, number]): void;
  /** The names of all that stand there. */
  machines(): readonly string[];
  /** Every effect there ever was: `made a`, `removed b`. */
  effects(): readonly string[];
  /**
   * What a person who looks decides of an intent that the provider can tell nothing of, as arguments of `resolve`; absent
   * where there never is one.
   */
  settle?(unfinished: { readonly intent: string }): readonly string[];
  /** What broke the ground's own rules: two orders of one intent, something that costs money and is nobody's. */
  violations(): readonly string[];
  close(): Promise<void>;
}

/** Makes a ground; `folder` is there for it. */
export type OpenGround = (folder: string) => Promise<Ground>;
