import type { Budget } from '../pipeline/recommend-fleet.ts';
import type { Context } from './context.ts';
import type { ProgressLine } from './progress-line.ts';

/** Gives a search so many seconds, or until the first Ctrl-C: both leave the best found so far. */
export function budgetUntil(
  { now, interruption }: Context,
  seconds: number,
  { tell }: Pick<ProgressLine, 'tell'>,
): Budget {
  const end = now().getTime() + seconds * 1000;
  const signal = interruption();
  const left = (): number => Math.max(0, (end - now().getTime()) / 1000);
  return {
    expired: () => signal.aborted || left() === 0,
    left,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    tell,
    signal,
  };
}
