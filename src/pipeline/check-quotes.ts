import { allows } from '../model/allows.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { FAILURE_CODES } from '../model/failure-class.ts';
import { few } from '../model/few.ts';
import { diagnosticOf } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Plan } from '../model/plan.ts';
import type { Objection, Quote } from '../model/quote.ts';
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
    for (const diagnostic of checked(quote, order, graph)) {
      const key = keyOf(diagnostic);
      if (!told.has(key)) told.set(key, diagnostic);
    }
  }
  return [...told.values(), ...refused(steps, quotes, graph)];
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

interface Refused {
  readonly objection: Objection;
  readonly hosts: Manifest<'Host'>[];
}

/**
 * What providers refuse for another reason than that they are full: in their own words, once for a profile that is wrong,
 * else once for a provider, with the hosts that it stands in the way of.
 */
function refused(steps: Plan['steps'], quotes: readonly Quote[], graph: Graph): Diagnostic[] {
  const asked = new Map(steps.map((step) => [step.id, step]));
  const refusals = new Map<string, Refused>();
  for (const { step: id, objection } of quotes) {
    const { order, provider } = asked.get(id) ?? {};
    const host = order && graph.get('Host', order.name);
    if (!host || !objection || objection.failure === 'capacity') continue;
    const { failure, message } = objection;
    const about = failure === 'profile' ? host.spec.profile : provider;
    const words = message.split(' ').filter((word) => word !== order.name);
    const key = JSON.stringify([failure, about, ...words]);
    const known = refusals.get(key);
    if (known) known.hosts.push(host);
    else refusals.set(key, { objection, hosts: [host] });
  }
  return [...refusals.values()].flatMap(refusalOf);
}

function refusalOf({ objection: { failure, message, hint }, hosts }: Refused): Diagnostic[] {
  const [manifest] = hosts;
  if (!manifest) return [];
  const names = hosts.map(({ metadata }) => metadata.name);
  const whom = hosts.length > 1 ? ` (for ${few(names)})` : '';
  const severity = PASSING.includes(failure) ? 'warning' : 'error';
  const finding = { manifest, pointer: '/spec/profile', message: message + whom, hint };
  return [diagnosticOf(finding, FAILURE_CODES[failure], severity)];
}
