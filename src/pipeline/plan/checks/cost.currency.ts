import type { Kind } from '../../../kinds/kind.ts';
import { KINDS } from '../../../kinds/registry.ts';
import type { PlanCheck } from '../plan-check.ts';

/** Something is paid for in another currency than the fleet counts in, so the plan's cost is without it. */
export const costCurrency: PlanCheck = {
  id: 'cost.currency',
  severity: 'warning',
  *run({ graph, project }) {
    const { currency } = project.spec;
    for (const manifest of graph.manifests) {
      const cost = (KINDS[manifest.kind] as Kind).monthlyCost?.(manifest.spec);
      if (!cost || cost.currency === currency) continue;
      yield {
        manifest,
        pointer: '/spec/billing/currency',
        message: `the price is in ${cost.currency}, and the fleet counts in ${currency}: the plan's cost is without it`,
        hint: `give the price in ${currency}, or change spec.currency in stowage.yaml`,
      };
    }
  },
  page: {
    meaning: `A plan says what the fleet costs per month before and after. It adds up one currency, the one that
\`spec.currency\` in \`stowage.yaml\` names (EUR by default), and changes no money: a price in another currency is left
out, so the total is lower than what will be paid.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ny1-web-01 }
spec:
  type: vps
  provider: digitalocean
  region: nyc3
  billing:
    monthlyCost: 24
    currency: USD
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ny1-web-01 }
spec:
  type: vps
  provider: digitalocean
  region: nyc3
  billing:
    monthlyCost: 20.5
    currency: EUR
`,
  },
};
