import { allows } from '../model/allows.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { FAILURE_CODES } from '../model/failure-class.ts';
import { diagnosticOf } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';
import type { Plan } from '../model/plan.ts';
import type { Quote } from '../model/quote.ts';
import { capacityUnavailable } from './quote/capacity.unavailable.ts';
import { priceChanged } from './quote/price.changed.ts';
import { profileExceedsType } from './quote/profile.exceeds-type.ts';
import { profileWithdrawn } from './quote/profile.withdrawn.ts';
import type { QuoteCheck } from './quote/quote-check.ts';

/** Every rule over what providers say of orders. */
export const QUOTE_CHECKS: readonly QuoteCheck[] = [
  capacityUnavailable,
  priceChanged,
  profileExceedsType,
  profileWithdrawn,
];

/** That a provider is silent stops nothing: what it would say is not known then. */
const PASSING: readonly string[] = ['transient', 'ambiguous'];

/** What is wrong with orders, as their providers say. One finding of a kind and place is told once, however many orders. */
export function checkQuotes({ steps }: Plan, quotes: readonly Quote[], graph: Graph): Diagnostic[] {
  const orders = new Map(steps.flatMap(({ id, order }) => (order ? [[id, order] as const] : [])));
  const told = new Map<string, Diagnostic>();
  for (const quote of quotes) {
    const order = orders.get(quote.step);
    if (!order) continue;
    for (const diagnostic of [...checked(quote, order, graph), ...refused(quote, order, graph)]) {
      const key = keyOf(diagnostic);
      if (!told.has(key)) told.set(key, diagnostic);
    }
  }
  return [...told.values()];
}

const BY_MESSAGE = new Set(
  QUOTE_CHECKS.filter(({ tellsOnce }) => tellsOnce === 'message').map(({ id }) => id),
);

function keyOf({ code, message, file, line, column }: Diagnostic): string {
  return BY_MESSAGE.has(code) ? `${code} ${message}` : `${code} ${file}:${line}:${column}`;
}

type Order = Parameters<QuoteCheck['run']>[1];

function checked(quote: Quote, order: Order, graph: Graph): Diagnostic[] {
  return QUOTE_CHECKS.flatMap((check) =>
    [...check.run(quote, order, graph)]
      .filter(({ manifest }) => check.severity === 'error' || !allows(manifest, check.id))
      .map((finding) => diagnosticOf(finding, check.id, check.severity)),
  );
}

/** What a provider refuses for another reason than that it is full: in its own words. */
function refused({ objection }: Quote, { name }: Order, graph: Graph): Diagnostic[] {
  const manifest = graph.get('Host', name);
  if (!manifest || !objection || objection.failure === 'capacity') return [];
  const { failure, message, hint } = objection;
  const severity = PASSING.includes(failure) ? 'warning' : 'error';
  return [
    diagnosticOf({ manifest, pointer: '/spec/profile', message, hint }, FAILURE_CODES[failure], severity),
  ];
}
