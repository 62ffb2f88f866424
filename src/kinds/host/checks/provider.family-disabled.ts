import type { Check } from '../../kind.ts';

/** A Host is of a provider family that its organization does not use. */
export const providerFamilyDisabled: Check<'Host'> = {
  id: 'provider.family-disabled',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const family = graph.get('ComputeProfile', manifest.spec.profile)?.spec.family;
      const workspace = graph.get('Workspace', manifest.spec.workspace);
      const organization = workspace && graph.get('Organization', workspace.spec.organization);
      const enabled = organization?.spec.families;
      if (!family || !organization || !enabled || enabled.includes(family)) continue;
      const only = enabled.length === 0 ? 'none is' : `only ${enabled.join(', ')}`;
      yield {
        manifest,
        pointer: '/spec/profile',
        message: `the family ${family} is not enabled in organization ${organization.metadata.name}: ${only}`,
        hint: 'choose a profile of a family that is enabled, or have the family enabled',
        related: [{ manifest: organization, pointer: '/spec/families', message: 'the families it uses' }],
      };
    }
  },
  page: {
    meaning:
      'An `Organization` may say which provider families it uses (`families`). A `Host` whose profile is of any other is refused before anything is ordered. Without that list every family is enabled; an empty one enables none.',
    fails: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: { families: [hetzner-robot, ionos-dcd] }
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
spec: { families: [hetzner-robot, hetzner-cloud] }
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
  },
};
