import type { Kind } from '../../../kinds/kind.ts';
import { KINDS } from '../../../kinds/registry.ts';
import { allows } from '../../../model/allows.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { diagnosticOf } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';

/** Something is paid for in another currency than the fleet counts in, so the plan's cost is without it. */
export function costCurrency({ manifests }: Graph, currency: string): Diagnostic[] {
  return manifests.flatMap((manifest) => {
    const cost = (KINDS[manifest.kind] as Kind).monthlyCost?.(manifest.spec);
    if (!cost || cost.currency === currency || allows(manifest, 'cost.currency')) return [];
    const finding = {
      manifest,
      pointer: '/spec/billing/currency',
      message: `the price is in ${cost.currency}, and the fleet counts in ${currency}: the plan's cost is without it`,
      hint: `give the price in ${currency}, or change spec.currency in stowage.yaml`,
    };
    return [diagnosticOf(finding, 'cost.currency', 'warning')];
  });
}
