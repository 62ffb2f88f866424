import type { CheckPage } from '../../src/model/check-page.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Quote } from '../../src/model/quote.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import { CHECK_CATALOGUE } from '../../src/pipeline/check-catalogue.ts';
import { checkQuotes } from '../../src/pipeline/check-quotes.ts';
import { permitPlan } from '../../src/pipeline/permit-plan.ts';
import type { PlannedFleet } from '../../src/pipeline/plan-fleet.ts';
import { PROJECT_FILE } from '../../src/pipeline/read-project.ts';
import { missingPermissionText } from '../../src/render/missing-permission-text.ts';

/** Who else has a say, besides the manifests. */
export type Voices = Pick<CheckPage, 'actor' | 'quotes'>;

/** Everything that a plan says, and that whoever applies it or delivers it says to it, as far as it is in the catalogue. */
export function saidOfPlan(
  { plan, graph, diagnostics }: PlannedFleet,
  recorded: RecordedState,
  { actor, quotes }: Voices,
): Diagnostic[] {
  if (!plan || !graph) return [...diagnostics];
  const guards = plan.guards.filter(({ name }) => CHECK_CATALOGUE.has(name));
  const missing = actor === undefined ? [] : permitPlan(plan.steps, recorded, { name: '', email: actor });
  const lacks = missing.map(missingPermissionText).join('; ');
  const denied = missing.length === 0 ? [] : [remark('permission.denied', `${actor} lacks ${lacks}`)];
  return [
    ...diagnostics,
    ...guards.map(({ name, message }) => remark(name, message)),
    ...denied,
    ...(quotes ? checkQuotes(plan, quotesOf(plan, quotes), graph) : []),
  ];
}

/** What a provider answers that has room everywhere but in some regions. */
function quotesOf(
  { steps }: Plan,
  { full, monthly, resources, withdrawals = [] }: NonNullable<CheckPage['quotes']>,
): Quote[] {
  return steps.flatMap(({ id, order }): Quote[] => {
    if (!order) return [];
    const region = [order.region, ...(order.fallback ?? [])].find((one) => !full.includes(one ?? ''));
    const message = `${full.join(', ')} has no room for ${order.name} now`;
    const named = withdrawals.filter(({ what, parameter }) =>
      what.endsWith(` ${String(order.parameters[parameter])}`),
    );
    const objection = {
      failure: 'capacity' as const,
      message,
      hint: 'name more regions, or another profile',
    };
    return region === undefined
      ? [{ step: id, region: null, price: null, objection }]
      : [
          {
            step: id,
            region,
            price: { ...order.price, monthly },
            ...(resources && { resources }),
            withdrawals: named,
            objection: null,
          },
        ];
  });
}

/** What is said of the fleet as a whole. */
function remark(code: string, message: string): Diagnostic {
  const place = { file: PROJECT_FILE, line: 1, column: 1, endLine: 1, endColumn: 2 };
  return { ...place, code, severity: 'error', message, related: [] };
}
