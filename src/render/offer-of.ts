import type { Quote } from '../model/quote.ts';
import type { Step } from '../model/step.ts';

/**
 * Says of an order whether it is to be had, and where if not in its first region; nothing where that is no question.
 * `quote` is what its provider said, if it did.
 */
export function offerOf({ verb, order }: Step, quote: Quote | undefined): string {
  if (verb !== 'create' || !order || order.adopt !== undefined) return '';
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
