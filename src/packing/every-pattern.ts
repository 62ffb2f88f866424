import type { Market } from './market.ts';
import { everyFilling } from './every-filling.ts';
import type { Pattern, Prices } from './pattern.ts';
import { offerCost } from './pattern.ts';

/** How far each offer is searched, and how many patterns are too many to choose among. */
const MOST = { nodes: 20_000, patterns: 5_000 };

/**
 * Lists every pattern that can be part of a packing cheaper than a known one: those that cost at most `slack` more
 * than their content is worth, at prices under which none costs less. Null where there are too many.
 */
export function everyPattern(market: Market, prices: Prices, slack: number): Pattern[] | null {
  const found: Pattern[] = [];
  for (let offer = 0; offer < market.offerCount; offer++) {
    const above = offerCost(market, offer, prices) - slack - 1e-6 * Math.max(1, slack);
    const fillings = everyFilling(market, offer, prices.classes, above, MOST.nodes);
    if (!fillings) return null;
    found.push(...fillings);
    if (found.length > MOST.patterns) return null;
  }
  return found.filter(({ content }) => content.length > 0);
}
