import type { AgreedTerms } from '../../model/agreed-terms.ts';
import type { ExplainedPrice } from '../../model/order-explanation.ts';
import type { Price } from '../../model/price.ts';

/** Says what a Host costs and by which right; `ordered` is what was recorded with its order, which stands. */
export function explainPrice(
  list: Price,
  { monthly, agreement }: AgreedTerms,
  ordered?: Price,
): ExplainedPrice {
  const told = { agreement, list: list.monthly };
  if (ordered) return { ...ordered, ...told, source: 'ordered' };
  return { ...list, monthly, ...told, source: agreement === null ? 'list' : 'agreement' };
}
