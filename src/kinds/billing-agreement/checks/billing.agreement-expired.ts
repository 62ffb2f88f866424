import { agreedTerms } from '../../../model/agreed-terms.ts';
import { few } from '../../../model/few.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';

/** An agreement has ended, and hosts that it was made for have no other. */
export const billingAgreementExpired: Check<'BillingAgreement'> = {
  id: 'billing.agreement-expired',
  severity: 'warning',
  *run(manifests, { graph, today, unread }) {
    if (unread('BillingAgreement')) return;
    const told = new Set<Manifest>();
    for (const manifest of latestFirst(manifests)) {
      const { validFrom = '', validUntil } = manifest.spec;
      if (validUntil === undefined || validUntil >= today || validFrom > validUntil) continue;
      const hosts = left(manifest, graph, today).filter((host) => !told.has(host));
      const [first] = hosts;
      if (!first) continue;
      hosts.forEach((host) => told.add(host));
      const names = few(hosts.map(({ metadata }) => metadata.name));
      yield {
        manifest,
        pointer: '/spec/validUntil',
        message: `the agreement ended on ${validUntil}, and no other holds for ${names}: the list price counts`,
        hint: 'write the agreement that follows, or move validUntil if this one was prolonged',
        related: [{ manifest: first, pointer: '/spec/profile', message: 'a host that it was made for' }],
      };
    }
  },
  page: {
    meaning: `The last day of a BillingAgreement has passed, Hosts of its organization have a profile that it prices or
discounts, and no other agreement holds for them today. So plans, limits and guards count with the list price. Most often it
was prolonged and nobody wrote it down. An agreement that another one follows may stay as it is, and so may one that no
Host needs any more. Of several that ended, the last one is told of.`,
    fails: example('2020-12-31'),
    passes: example('2099-12-31'),
  },
};

function latestFirst(manifests: readonly Manifest<'BillingAgreement'>[]): Manifest<'BillingAgreement'>[] {
  const end = ({ spec }: Manifest<'BillingAgreement'>): string => spec.validUntil ?? '9999';
  return [...manifests].sort((a, b) => (end(a) < end(b) ? 1 : -1));
}

/** The Hosts that an agreement was for and that have none now. */
function left(
  { spec: { organization, prices = [], discountPercent } }: Manifest<'BillingAgreement'>,
  graph: Graph,
  today: string,
): Manifest<'Host'>[] {
  return graph.declared('Host').filter(({ spec }) => {
    const profile = graph.get('ComputeProfile', spec.profile);
    const isOurs = graph.get('Workspace', spec.workspace)?.spec.organization === organization;
    if (!profile || !isOurs) return false;
    if (discountPercent === undefined && !prices.some((price) => price.profile === spec.profile))
      return false;
    return agreedTerms(graph, organization, profile, today).agreement === null;
  });
}

function example(until: string): string {
  return `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: acme-prod }
spec: { organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProvider
metadata: { name: sandbox }
spec: { family: sandbox, organization: acme }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: small }
spec: { family: sandbox, resources: { cores: 4, memory: 8192 }, price: { monthly: 13.1 } }
---
apiVersion: stowage/v1
kind: BillingAgreement
metadata: { name: acme-2020 }
spec: { organization: acme, prices: [{ profile: small, monthly: 11.9 }], validUntil: ${until} }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: acme-prod, profile: small, provider: sandbox, region: fsn1 }
`;
}
