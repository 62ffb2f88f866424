import { describeFigure } from '../../model/describe-resources.ts';
import type { Resource } from '../../model/resources.ts';
import { RESOURCES } from '../../model/resources.ts';
import type { QuoteCheck } from './quote-check.ts';

const WORDS: Readonly<Record<Resource, string>> = {
  cores: 'cores',
  memory: 'of memory',
  vram: 'of vram',
  nvme: 'of nvme',
  gpu: 'GPUs',
};

/** A profile says more of a resource than the machine will have, so that too much would be placed on it. */
export const profileExceedsType: QuoteCheck = {
  id: 'profile.exceeds-type',
  severity: 'error',
  *run({ resources = {} }, { name }, graph) {
    const host = graph.get('Host', name);
    const profile = host && graph.get('ComputeProfile', host.spec.profile);
    if (!profile) return;
    for (const resource of RESOURCES) {
      const said = profile.spec.resources[resource];
      const has = resources[resource];
      if (said === undefined || has === undefined || said <= has) continue;
      const words = `${describeFigure(resource, has)} ${WORDS[resource]}`;
      yield {
        manifest: profile,
        pointer: `/spec/resources/${resource}`,
        message: `${name} would have ${words}, and its profile says ${describeFigure(resource, said)}`,
        hint: `write at most ${resource}: ${has}`,
        related: [{ manifest: host, pointer: '/spec/profile', message: 'ordered here' }],
      };
    }
  },
  page: {
    meaning:
      'A `ComputeProfile` says that its machines have more cores, memory, storage or GPUs than the one that would be ordered, so services would be placed on a machine that cannot hold them. While it plans, Stowage asks the provider what the machine has, where its catalogue tells: the server type at Hetzner Cloud, the parameters or the template at IONOS; Robot tells nothing. The profile may well say less, to keep a reserve. Memory is counted in MB, 1024 to the GB, and storage in GB, as in every manifest.',
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
  resources: { cores: 4, memory: 16384, nvme: 160 }
  price: { monthly: 13.1 }
  parameters: { server_type: cpx31 }
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
  parameters: { server_type: cpx31 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, region: fsn1 }
`,
    quotes: { full: [], monthly: 13.1, resources: { cores: 4, memory: 8192, nvme: 160 } },
  },
};
