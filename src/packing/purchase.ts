/** Instances that are alike: each asks for the same and follows the same rules. */
export interface Demand {
  /** What one instance asks for, resource by resource. */
  readonly need: readonly number[];
  readonly replicas: number;
  /** The most of them on one host. */
  readonly spreadMax?: number;
  /** What must stay free beside them, resource by resource. */
  readonly buffer?: readonly number[];
  /** Indices of demands that never share a host with this one; enough on one side. */
  readonly avoids?: readonly number[];
  /** Indices of the offers that the rules allow. */
  readonly offers: readonly number[];
}

/** A host that can be bought, any number of times unless limits say otherwise. */
export interface Offer {
  readonly capacity: readonly number[];
  readonly price: number;
}

/** A sum over all hosts that are bought, and the most it may be. */
export interface Limit {
  /** What one host of each offer adds. */
  readonly uses: readonly number[];
  readonly most: number;
}

/** What is to be bought: amounts are whole numbers of some unit, so that sums are exact. */
export interface Purchase {
  readonly demands: readonly Demand[];
  readonly offers: readonly Offer[];
  readonly limits: readonly Limit[];
}
