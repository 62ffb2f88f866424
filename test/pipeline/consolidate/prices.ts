import fc from 'fast-check';
import type { Placement } from '../../../src/model/placement.ts';
import type { ComputeWords, FleetWords } from '../../support/fleet.ts';

/** What a month of a compute costs. */
export function costs(monthlyCost: number, currency = 'EUR'): Pick<ComputeWords, 'billing'> {
  return { billing: { monthlyCost, currency } };
}

/** Prices for six computes; some cost the same, some nothing. */
export const prices = fc.array(fc.constantFrom(0, 10, 10, 20, 35), { minLength: 6, maxLength: 6 });

/** Gives the computes of a fleet a price each. */
export function priced(words: FleetWords, monthly: readonly number[]): FleetWords {
  const computes = Object.entries(words.computes).map(
    ([name, compute], nth) => [name, { ...compute, ...costs(monthly[nth] ?? 0) }] as const,
  );
  return { ...words, computes: Object.fromEntries(computes) };
}

/** Adds up what the computes with somebody on them cost. */
export function costOf({ computes }: FleetWords, seats: readonly Pick<Placement, 'compute'>[]): number {
  const inUse = new Set(seats.map(({ compute }) => compute));
  return [...inUse].reduce((sum, name) => sum + (computes[name]?.billing?.monthlyCost ?? 0), 0);
}
