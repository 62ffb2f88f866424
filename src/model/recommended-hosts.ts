/** Hosts of one profile to buy in one region, as `recommend` computes them. */
export interface RecommendedHosts {
  readonly profile: string;
  /** Whose machines they are, as Computes name it. */
  readonly provider: string;
  readonly region: string;
  readonly quantity: number;
  /** Of all of them, decimal. */
  readonly monthlyCost: number;
  /** What they cost once, at the order, all of them together. */
  readonly setupCost: number;
  /** The names they are to have. */
  readonly hosts: readonly string[];
}
