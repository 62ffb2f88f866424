/** How full a compute is, as shares of its capacity, over the resources it has. */
export interface Usage {
  readonly mean: number;
  /** The share of its fullest resource. */
  readonly hottest: number;
}
