import type { Consolidation, Simulation } from '../model/simulation.ts';
import { counted } from '../model/counted.ts';
import { price } from './price.ts';

/** How many computes one line names. */
const NAMED = 5;

/** Says what the computes in use cost before and after, and how good an answer that is; the headline first. */
export function consolidationText(found: Consolidation, { currency }: Simulation['monthlyCost']): string[] {
  const { inUse, givenBack, unpriced } = found;
  const cost =
    inUse.before === inUse.after
      ? `${price(inUse.after, currency)}/month`
      : `${price(inUse.before, currency)} → ${price(inUse.after, currency)}/month`;
  const returned = givenBack.length === 0 ? 'nothing' : counted(givenBack.length, 'compute');
  const free =
    unpriced.length === 0
      ? []
      : [`Counted as free of charge, for want of a price in ${currency}: ${listed(unpriced)}.`];
  return [`Computes in use: ${cost} · ${returned} to give back`, qualityWords(found, currency), ...free];
}

/** Says what a person does next; null where nothing is to be given back. */
export function consolidationNext({ givenBack, planned }: Consolidation): string | null {
  if (givenBack.length === 0) return null;
  const names = listed(givenBack.map(({ compute }) => compute));
  const occupied = givenBack.some(({ instances }) => instances > 0);
  if (!occupied) return `set state: inactive on ${names}, and no plan uses them`;
  return planned
    ? `set state: maintenance on ${names}, and a plan moves their instances`
    : `pin what moves with Assignments as shown, then set state: maintenance on ${names}`;
}

function qualityWords({ inUse, lowerBound, gap, stopped }: Consolidation, currency: string): string {
  const cut = stopped ? ' The search was cut short: more time may find more to give back.' : '';
  const fixed = 'With pins and spreads as they are,';
  if (inUse.after <= lowerBound) return `${fixed} nothing cheaper holds everything.${cut}`;
  if (lowerBound === 0) return `How much cheaper it could be is not known.${cut}`;
  const share = `${Math.max(0.1, Math.round(gap * 1000) / 10)} %`;
  return `${fixed} nothing below ${price(lowerBound, currency)}/month holds everything: this is at most ${share} above the best there is.${cut}`;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ');
}
