import type { Advice } from '../../model/advice.ts';

/** What is less than a cent is no difference. */
const CENT = 0.01;

/**
 * Of two answers to one question, takes the second only where it helps more, or as much for less: so a longer search says
 * what a short one said unless it found better. What one of them proved holds for both.
 */
export function cheaper(first: Advice, second: Advice): Advice {
  const helps = first.unplaced.length - second.unplaced.length;
  if (helps > 0) return second;
  const isCheaper = helps === 0 && priceOf(second) < priceOf(first) - CENT / 2;
  const chosen = isCheaper ? second : first;
  const lowerBound = Math.min(Math.max(first.lowerBound, second.lowerBound), priceOf(chosen));
  const excess = priceOf(chosen) - lowerBound;
  const gap = lowerBound > 0 && excess > CENT ? Math.round((excess / lowerBound) * 1e4) / 1e4 : 0;
  return { ...chosen, lowerBound, gap, stopped: second.stopped };
}

/** Per month, with its share of set-up fees. */
function priceOf({ cost, horizon }: Advice): number {
  return cost.monthly + cost.setup / horizon;
}
