import type { Plan } from '../model/plan.ts';
import type { Step } from '../model/step.ts';

/** Says of an order whether it is to be had, and where if not in its first region; nothing where that is no question. */
export function offerOf({ id, verb, order }: Step, quotes: Plan['quotes']): string {
  if (!quotes || verb !== 'create' || !order || order.adopt !== undefined) return '';
  const quote = quotes.find(({ step }) => step === id);
  if (
    !quote ||
    quote.unknown ||
    quote.objection?.failure === 'transient' ||
    quote.objection?.failure === 'ambiguous'
  )
    return ' (availability unknown)';
  if (quote.objection) return quote.objection.failure === 'capacity' ? ' (not available)' : ' (refused)';
  return quote.region === null || quote.region === order.region
    ? ' (available)'
    : ` (available in ${quote.region})`;
}
