import { KINDS } from '../../kinds/registry.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { Price } from '../../model/price.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { recordedManifest } from './recorded-graph.ts';

/** What an object costs per month in cents; nothing where it has no cost in this currency. */
export function monthlyCents(object: RecordedObject | null, currency: string): number {
  // What is cancelled costs until its day, and is no part of what the fleet is to cost.
  if (!object || object.status['until'] !== undefined) return 0;
  const price = object.status['price'] as Price | undefined;
  if (price) return price.currency === currency ? Math.round(price.monthly * 100) : 0;
  const cost = (KINDS[object.kind] as Kind).monthlyCost?.(recordedManifest(object).spec);
  return cost?.currency === currency ? Math.round(cost.amount * 100) : 0;
}
