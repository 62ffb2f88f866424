import type { Kind } from '../../../kinds/kind.ts';
import { KINDS } from '../../../kinds/registry.ts';
import { allows } from '../../../model/allows.ts';
import { few } from '../../../model/few.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { PlanCheck } from '../plan-check.ts';

const PRICE = '/spec/billing/currency';
/** So many further places are shown. */
const SHOWN = 10;

/** Something is paid for in another currency than the fleet counts in, so the plan's cost is without it. */
export const costCurrency: PlanCheck = {
  id: 'cost.currency',
  severity: 'warning',
  *run({ graph, project }) {
    const { currency } = project.spec;
    const paidIn = new Map<string, Manifest[]>();
    for (const manifest of graph.manifests) {
      const cost = (KINDS[manifest.kind] as Kind).monthlyCost?.(manifest.spec);
      if (!cost || cost.currency === currency || allows(manifest, costCurrency.id)) continue;
      const others = paidIn.get(cost.currency);
      if (others) others.push(manifest);
      else paidIn.set(cost.currency, [manifest]);
    }
    for (const [foreign, manifests] of paidIn) {
      const [manifest, ...others] = manifests;
      if (!manifest) continue;
      const names = few(manifests.map(({ metadata }) => metadata.name));
      const what = others.length === 0 ? 'the price is' : `the prices of ${names} are`;
      yield {
        manifest,
        pointer: PRICE,
        message: `${what} in ${foreign}, and the fleet counts in ${currency}: the plan's cost is without ${others.length === 0 ? 'it' : 'them'}`,
        hint: `give the price in ${currency}, or change spec.currency in stowage.yaml`,
        related: others.slice(0, SHOWN).map((other) => ({
          manifest: other,
          pointer: PRICE,
          message: `in ${foreign}, too`,
        })),
      };
    }
  },
  page: {
    meaning: `A plan says what the fleet costs per month before and after. It adds up one currency, the one that
\`spec.currency\` in \`stowage.yaml\` names (EUR by default), and changes no money: a price in another currency is left
out, so the total is lower than what will be paid. All prices in one currency are one warning.`,
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
