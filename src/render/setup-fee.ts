import type { Step } from '../model/step.ts';

/** What a step costs once, in a currency; nothing where it orders nothing new. */
export function setupFee({ verb, order }: Step, currency: string): number {
  const isNew = verb === 'create' && order?.adopt === undefined;
  return isNew && order?.price.currency === currency ? order.price.setup : 0;
}
