/** What one host may be filled with, candidate by candidate; every resource is counted in hosts. */
export interface Contents {
  readonly width: number;
  /** What one instance is worth. */
  readonly worth: Float64Array;
  /** What one instance takes of the host: `candidate * width + resource`. */
  readonly share: Float64Array;
  /** The candidates that are worth most for their room first. */
  readonly order: readonly number[];
}

/** What an instance of a candidate is worth beyond the resources that it takes. */
export function marginOf({ width, worth, share }: Contents, j: number, rates: Float64Array): number {
  let margin = worth[j] as number;
  for (let r = 0; r < width; r++) margin -= (rates[r] as number) * (share[j * width + r] as number);
  return margin;
}
