import type { Plan } from '../model/plan.ts';
import { price } from './price.ts';
import { setupFee } from './setup-fee.ts';

/** Says in one line what a plan does and costs: `2 create, 1 change · €412.10 → €419.69/month`. */
export function planHeadline({ summary, steps }: Plan): string {
  const parts = [
    [summary.create, 'create'],
    [summary.update, 'change'],
    [summary.delete, 'delete'],
    [summary.place, 'place'],
    [summary.move, 'move'],
    [summary.resize, 'resize'],
    [summary.release, 'release'],
    [summary.unplaced, 'fit nowhere'],
  ] as const;
  const acts = parts.filter(([number]) => number > 0).map(([number, verb]) => `${number} ${verb}`);
  const { before, after, currency } = summary.monthlyCost;
  const cost =
    before === after
      ? `${price(after, currency)}/month`
      : `${price(before, currency)} → ${price(after, currency)}/month`;
  const setup = steps.reduce((sum, step) => sum + setupFee(step, currency), 0);
  const once = setup === 0 ? '' : ` · ${price(setup, currency)} once`;
  return `${acts.join(', ') || 'nothing to do'} · ${cost}${once}`;
}
