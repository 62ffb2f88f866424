import { exact } from './resources.ts';

/** From here on a number is hard to read without separators. */
const LONG = 10_000;
const SEPARATED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** Writes a number as a person reads it: `8`, `2000`, `133,617`, `999,999,998.5`. */
export function separated(number: number): string {
  return Math.abs(number) < LONG ? `${exact(number)}` : SEPARATED.format(number);
}
