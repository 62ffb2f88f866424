/**
 * What consolidation reads of a compiled fleet; placement's own is one. Amounts are in thousandths: resource `r` of
 * compute `c` is at `r * size + c`.
 */
export interface Yard {
  readonly size: number;
  readonly capacity: Float64Array;
  readonly sites: {
    readonly names: readonly string[];
    readonly active: Uint8Array;
    indexOf(name: string): number | undefined;
  };
  readonly workloads: readonly Cargo[];
}

/** A service as consolidation sees it. */
export interface Cargo {
  readonly index: number;
  readonly name: string;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly buffer: Float64Array;
  readonly rules: { readonly spreadMax?: number };
  /** The indices of services that it must not meet. */
  readonly avoids: ReadonlySet<number>;
  readonly eligibility: {
    readonly mask: Uint8Array;
    readonly topology?: { readonly valueOf: Int32Array };
  };
  readonly pins: readonly { readonly compute: string; readonly allocated?: Float64Array }[];
}
