/** How long a search may go on. It never decides what is found while there is time: iterations do. */
export interface Budget {
  /** Whether time is up or somebody asked to stop. */
  expired(): boolean;
  /** Seconds that are left. */
  left(): number;
  /** Lets timers and signals have their turn. */
  pause(): Promise<void>;
  /** Tells whoever waits how good the best found so far is: its cost, and what nothing can cost less than. */
  tell(best: { readonly cost: number; readonly lowerBound: number }): void;
  readonly signal: AbortSignal;
}

/** Takes a part of what time is left. */
export function partOf(budget: Budget, share: number): Budget {
  const until = budget.left() * (1 - share);
  return {
    expired: () => budget.expired() || (Number.isFinite(until) && budget.left() <= until),
    left: () => (Number.isFinite(until) ? Math.max(0, budget.left() - until) : Infinity),
    pause: () => budget.pause(),
    tell: (best) => {
      budget.tell(best);
    },
    signal: budget.signal,
  };
}
