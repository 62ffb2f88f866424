import type { QuoteCheck } from './quote-check.ts';

/** No region of an order has room for it now. */
export const capacityUnavailable: QuoteCheck = {
  id: 'capacity.unavailable',
  severity: 'error',
  *run({ objection }, { name }, graph) {
    const manifest = graph.get('Host', name);
    if (!manifest || objection?.failure !== 'capacity') return;
    const { message, hint } = objection;
    const { region, regions } = manifest.spec;
    const pointer = regions ? '/spec/regions' : region === undefined ? '/spec/profile' : '/spec/region';
    yield { manifest, pointer, message, hint };
  },
  page: {
    meaning:
      'While it plans, Stowage asks the provider whether there is room for what would be ordered (`--offline` does not ask). Here there is none in any region that the `Host` names, so the order would come to nothing. Name more `regions`, the next to try first, or choose another profile. What a provider says is no promise: an apply may still find a region full, and then goes on to the next.',
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
  price: { monthly: 13.1 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, regions: [fsn1, nbg1] }
`,
    quotes: { full: ['fsn1'], monthly: 13.1 },
  },
};
