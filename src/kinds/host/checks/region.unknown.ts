import { nearestName } from '../../../model/nearest-name.ts';
import { pointedAt } from '../../../model/json-pointer.ts';
import type { Check } from '../../kind.ts';

const FIELDS = ['/spec/region', '/spec/regions/*'];

/** A Host is to be ordered in a region where its profile is not offered. */
export const regionUnknown: Check<'Host'> = {
  id: 'region.unknown',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const profile = graph.get('ComputeProfile', manifest.spec.profile);
      const offered = profile?.spec.regions;
      if (!profile || !offered) continue;
      for (const { pointer, value } of FIELDS.flatMap((field) => pointedAt(manifest, field))) {
        const region = String(value);
        if (offered.includes(region)) continue;
        const near = nearestName(region, offered);
        yield {
          manifest,
          pointer,
          message: `${profile.metadata.name} is not offered in ${region}, only in ${offered.join(', ')}`,
          hint: near ? `did you mean ${near}?` : 'choose one of those, or add the region to the profile',
          related: [{ manifest: profile, pointer: '/spec/regions', message: 'where it is offered' }],
        };
      }
    }
  },
  page: {
    meaning:
      "A `ComputeProfile` may say where it is offered (`regions`), by the provider's own names. A `Host` of it can be ordered only there, and a name that is not among them is most often a slip of the pen.",
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
  regions: [fsn1, nbg1, hel1]
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, regions: [fsn1, nbg2] }
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
  regions: [fsn1, nbg1, hel1]
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, regions: [fsn1, nbg1] }
`,
  },
};
