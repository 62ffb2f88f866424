/** How much is tried, counted in tries, so that the same effort gives the same answer. */
export interface Effort {
  readonly seed: number;
  /** The most iterations of ruin and recreate, and how many for each instance. */
  readonly iterations: number;
  readonly iterationsEach: number;
  /** Rounds of column generation; one that searches further counts as several. */
  readonly rounds: number;
  /** The most patterns that the mixed-integer program chooses among. */
  readonly columns: number;
  /** The most nodes of its search tree. */
  readonly nodes: number;
}

/** A purchase for a few instances, in a fraction of a second. */
export const QUICK_EFFORT: Effort = {
  seed: 1,
  iterations: 1_000,
  iterationsEach: 150,
  rounds: 4,
  columns: 200,
  nodes: 10,
};

/** What takes a few seconds for 200 services, and far less than one for a few. */
export const DEFAULT_EFFORT: Effort = {
  seed: 1,
  iterations: 60_000,
  iterationsEach: 150,
  rounds: 100,
  columns: 200,
  nodes: 50,
};
