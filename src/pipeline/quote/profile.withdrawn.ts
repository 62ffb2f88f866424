import type { Finding } from '../../model/finding.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { QuoteCheck } from './quote-check.ts';

/** What an order asks for will not be to be had much longer. */
export const profileWithdrawn: QuoteCheck = {
  id: 'profile.withdrawn',
  severity: 'warning',
  tellsOnce: 'message',
  *run({ withdrawals = [] }, { name }, graph) {
    const host = graph.get('Host', name);
    if (!host) return;
    for (const { what, parameter, until } of withdrawals) {
      const when =
        until === null ? 'is to be withdrawn by the provider' : `can be ordered until ${until} only`;
      yield {
        ...placeOf(parameter, host, graph),
        message: `the ${what} ${when}`,
        hint: 'choose another in time, or orders will come to nothing',
      };
    }
  },
  page: {
    meaning:
      'The vendor has announced that a server type, or an image, goes out of its offer, and something would be ordered with it. Stowage asks the provider while it plans. The order still goes through; the next one of the same profile may not, nor may one that has to replace a lost machine. What of it is not known to be withdrawn in another region, or under another name, may serve as well.',
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
metadata: { name: standard }
spec:
  family: hetzner-cloud
  resources: { cores: 4, memory: 8192, nvme: 160 }
  price: { monthly: 13.1 }
  parameters: { server_type: cpx31 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: standard, region: fsn1 }
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
metadata: { name: standard }
spec:
  family: hetzner-cloud
  resources: { cores: 4, memory: 8192, nvme: 160 }
  price: { monthly: 13.1 }
  parameters: { server_type: cpx32 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: standard, region: fsn1 }
`,
    quotes: {
      full: [],
      monthly: 13.1,
      withdrawals: [{ what: 'server type cpx31', parameter: 'server_type', until: '2026-12-31' }],
    },
  },
};

/** Where it is named: by the host, by its profile, or by neither. */
function placeOf(
  parameter: string,
  host: Manifest<'Host'>,
  graph: Graph,
): Pick<Finding, 'manifest' | 'pointer' | 'related'> {
  if (parameter === 'image' && host.spec.image !== undefined)
    return { manifest: host, pointer: '/spec/image' };
  const profile = graph.get('ComputeProfile', host.spec.profile);
  if (profile?.spec.parameters?.[parameter] === undefined)
    return { manifest: host, pointer: '/spec/profile' };
  const related = [{ manifest: host, pointer: '/spec/profile', message: 'ordered here' }];
  return { manifest: profile, pointer: `/spec/parameters/${parameter}`, related };
}
