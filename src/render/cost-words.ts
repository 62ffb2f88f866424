import { price } from './price.ts';

/** What something costs per month and once, decimal. */
export interface Cost {
  readonly monthly: number;
  readonly setup: number;
  readonly currency: string;
}

/** Writes a cost with its set-up fee, where there is one: `€105.00/month, €300.00 once`. */
export function costWords({ monthly, setup, currency }: Cost): string {
  const once = setup === 0 ? '' : `, ${price(setup, currency)} once`;
  return `${price(monthly, currency)}/month${once}`;
}
