/** How much is tried, counted in tries, so that the same effort gives the same answer. */
export interface Effort {
  readonly seed: number;
  /** Iterations of ruin and recreate: at first, then with good prices. */
  readonly warmUp: number;
  readonly iterations: number;
  /** Rounds of column generation: for prices, then for the bound. */
  readonly roughRounds: number;
  readonly rounds: number;
  /** The most patterns that the mixed-integer program chooses among. */
  readonly columns: number;
  /** The most nodes of its search tree. */
  readonly nodes: number;
}

/** What takes some twenty seconds for 200 services, and far less than one for a few. */
export const DEFAULT_EFFORT: Effort = {
  seed: 1,
  warmUp: 1_000,
  iterations: 8_000,
  roughRounds: 5,
  rounds: 20,
  columns: 2_000,
  nodes: 50,
};
