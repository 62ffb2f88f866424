import { KINDS } from '../../kinds/registry.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { RecordedObject } from '../../model/recorded.ts';
import { recordedManifest } from './recorded-graph.ts';

/** What an object costs per month in cents; nothing where it has no cost in this currency. */
export function monthlyCents(object: RecordedObject | null, currency: string): number {
  const cost = object && (KINDS[object.kind] as Kind).monthlyCost?.(recordedManifest(object).spec);
  return cost?.currency === currency ? Math.round(cost.amount * 100) : 0;
}
