import { splitAddress } from '../model/address.ts';
import { describeResources } from '../model/describe-resources.ts';
import type { Placement } from '../model/placement.ts';
import type { Plan } from '../model/plan.ts';
import type { Quote } from '../model/quote.ts';
import type { Step } from '../model/step.ts';
import { causeOf } from './cause-of.ts';
import { changeLines } from './change-lines.ts';
import { widthOf } from './columns.ts';
import type { PlanGroup } from './plan-group.ts';
import { price } from './price.ts';
import { offerOf } from './offer-of.ts';
import { printable } from './printable.ts';
import { setupFee } from './setup-fee.ts';
import { unplacedGroup } from './unplaced-group.ts';

/** Of many objects of a kind that merely appear, so many are shown. */
const SHOWN = 5;
const ALL_SHOWN_UP_TO = 12;

/** What providers said of orders, by step; null where nobody was to be asked. */
type Quotes = ReadonlyMap<string, Quote> | null;

/** Breaks a plan into groups: a group per kind, then placements, then what fits nowhere. */
export function planGroups(plan: Plan, full: boolean): PlanGroup[] {
  const { currency } = plan.summary.monthlyCost;
  const quotes = plan.quotes && new Map(plan.quotes.map((quote) => [quote.step, quote]));
  const kinds = new Map<string, Step[]>();
  for (const step of plan.steps) {
    const title = step.effect.of === 'placement' ? 'Placements' : splitAddress(step.address).kind;
    const group = kinds.get(title);
    if (group) group.push(step);
    else kinds.set(title, [step]);
  }
  const groups = [...kinds].map(([title, steps]): PlanGroup => {
    const appearing = steps.filter(appears);
    const shown = full || appearing.length <= ALL_SHOWN_UP_TO ? appearing.length : SHOWN;
    const hidden = appearing.length - shown;
    const listed = [...appearing.slice(0, shown), ...steps.filter((step) => !appears(step))];
    const width = widthOf(listed.map(nameOf));
    return {
      title,
      size: steps.length,
      risky: steps.some(({ verb }) => verb === 'delete' || verb === 'move' || verb === 'release'),
      lines: [
        ...listed.flatMap((step) => stepLines(step, width, currency, quotes)).map(printable),
        ...(hidden > 0 ? [`+ … ${hidden} more (--full shows them)`] : []),
      ],
    };
  });
  const unplaced = unplacedGroup(plan, full);
  return unplaced ? [...groups, unplaced] : groups;
}

function appears({ verb }: Step): boolean {
  return verb === 'create' || verb === 'place';
}

function stepLines(step: Step, width: number, currency: string, quotes: Quotes): string[] {
  const { verb, summary, changes, effect } = step;
  const name = nameOf(step).padEnd(width);
  const cost = step.cost === 0 ? '' : `  ${step.cost > 0 ? '+' : ''}${price(step.cost, currency)}/month`;
  if (effect.of === 'placement') {
    if (verb === 'resize')
      return [`${SIGNS[verb]} ${name}  ${whereabouts(effect.before, effect.after)}  ${summary}`];
    const granted = effect.after ? `  ${describeResources(effect.after.granted)}` : '';
    const why = verb === 'move' && effect.before ? causeOf(summary, effect.before.compute) : summary;
    return [`${SIGNS[verb]} ${name}  ${whereabouts(effect.before, effect.after)}${granted}  (${why})`];
  }
  const fee = setupFee(step, currency);
  const once = fee === 0 ? '' : `, ${price(fee, currency)} once`;
  const head = `${SIGNS[verb]} ${name}  ${summary}${quotes ? offerOf(step, quotes.get(step.id)) : ''}${cost}${once}`;
  return verb === 'update' ? [head, ...changes.flatMap(changeLines)] : [head];
}

const SIGNS: Readonly<Record<Step['verb'], string>> = {
  create: '+',
  place: '+',
  update: '!',
  move: '!',
  resize: '!',
  delete: '-',
  release: '-',
};

function nameOf({ address, effect }: Step): string {
  const { name } = splitAddress(address);
  const placement = effect.of === 'placement' ? (effect.after ?? effect.before) : null;
  return placement ? `${name} #${placement.instance}` : name;
}

function whereabouts(before: Placement | null, after: Placement | null): string {
  if (!before) return `on ${after?.compute}`;
  if (!after) return `off ${before.compute}`;
  return before.compute === after.compute ? `on ${after.compute}` : `${before.compute} → ${after.compute}`;
}
