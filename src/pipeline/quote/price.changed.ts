import type { Price } from '../../model/price.ts';
import type { QuoteCheck } from './quote-check.ts';

/** A provider asks another price than the profile says. */
export const priceChanged: QuoteCheck = {
  id: 'price.changed',
  severity: 'warning',
  *run({ price, objection }, { name }, graph) {
    const host = graph.get('Host', name);
    const profile = host && graph.get('ComputeProfile', host.spec.profile);
    if (!profile || !price || objection || price.currency !== profile.spec.price.currency) return;
    const listed: Price = profile.spec.price;
    const now = wordsOf(price);
    const here = wordsOf(listed);
    if (now === here) return;
    yield {
      manifest: profile,
      pointer: '/spec/price/monthly',
      message: `the provider asks ${now} for ${name} now, and here it is ${here}`,
      hint: 'write the new price, so that plans and limits count with it',
      related: [{ manifest: host, pointer: '/spec/profile', message: 'ordered here' }],
    };
  },
  page: {
    meaning:
      'The price in a `ComputeProfile` is what plans, limits and recommendations count with. While it plans, Stowage asks the provider for its list price where the order would go, and warns where that is another. A `BillingAgreement` stays in force all the same.',
    fails: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec: { organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProvider
metadata: { name: hcloud-prod }
spec: { family: hetzner-cloud, organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: cpx31 }
spec:
  family: hetzner-cloud
  resources: { cores: 4, memory: 8192, nvme: 160 }
  price: { monthly: 13.1 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, region: fsn1 }
`,
    passes: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec: { organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProvider
metadata: { name: hcloud-prod }
spec: { family: hetzner-cloud, organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: cpx31 }
spec:
  family: hetzner-cloud
  resources: { cores: 4, memory: 8192, nvme: 160 }
  price: { monthly: 14.5 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, region: fsn1 }
`,
    quotes: { full: [], monthly: 14.5 },
  },
};

/** Rounded to cents, as prices are compared. */
function wordsOf({ monthly, setup, currency }: Price): string {
  return `${monthly.toFixed(2)} ${currency} a month${setup > 0 ? ` and ${setup.toFixed(2)} ${currency} once` : ''}`;
}
