import type { Check } from '../../kind.ts';

/** A Host is to be ordered from a provider of another family than its profile. */
export const profileFamily: Check<'Host'> = {
  id: 'profile.family',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const { profile: profileName, provider: providerName } = manifest.spec;
      const profile = graph.get('ComputeProfile', profileName);
      const provider = providerName === undefined ? undefined : graph.get('ComputeProvider', providerName);
      if (!profile || !provider || profile.spec.family === provider.spec.family) continue;
      yield {
        manifest,
        pointer: '/spec/provider',
        message: `${providerName} is of the family ${provider.spec.family}, and the profile ${profileName} of ${profile.spec.family}`,
        hint: 'name a provider of the family of the profile, or a profile of the family of the provider',
        related: [
          { manifest: profile, pointer: '/spec/family', message: 'the family of the profile' },
          { manifest: provider, pointer: '/spec/family', message: 'the family of the provider' },
        ],
      };
    }
  },
  page: {
    meaning:
      'A `ComputeProfile` describes a machine in the words of one provider family, so it can be ordered only from a `ComputeProvider` of that family. Leave `provider` out, and one that fits is found.',
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
metadata: { name: ionos-prod }
spec: { family: ionos-dcd, organization: acme }
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
spec: { workspace: prod, profile: cpx31, provider: ionos-prod, region: fsn1 }
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
metadata: { name: ionos-prod }
spec: { family: ionos-dcd, organization: acme }
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
spec: { workspace: prod, profile: cpx31, provider: hcloud-prod, region: fsn1 }
`,
  },
};
