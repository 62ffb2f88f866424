import type { Kind } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/registry.ts';
import type { Graph } from '../../model/graph.ts';

/** What a fleet costs per month in cents, without some computes; other currencies are not counted. */
export function monthlyCents(graph: Graph, currency: string, without: ReadonlySet<string>): number {
  let cents = 0;
  const delivered = graph.deliveries.map(({ compute }) => compute);
  for (const { kind, metadata, spec } of [...graph.manifests, ...delivered]) {
    if (kind === 'Compute' && without.has(metadata.name)) continue;
    const cost = (KINDS[kind] as Kind).monthlyCost?.(spec);
    if (cost?.currency === currency) cents += Math.round(cost.amount * 100);
  }
  return cents;
}
