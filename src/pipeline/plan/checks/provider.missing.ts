import type { PlanCheck } from '../plan-check.ts';

/** There is no provider that a Host can be ordered from, or the one that has its machine is taken away. */
export const providerMissing: PlanCheck = {
  id: 'provider.missing',
  severity: 'error',
  *run({ comparison, hosts, graph, recorded: { objects } }) {
    if (!comparison) return;
    for (const { kind, key, status } of objects) {
      const manifest =
        kind === 'Host' && status['machine'] !== undefined ? graph.get('Host', key) : undefined;
      const provider = String(status['provider']);
      if (!manifest || graph.get('ComputeProvider', provider)) continue;
      yield {
        manifest,
        pointer: '/metadata/name',
        message: `its machine stands at ${provider}, and there is no ComputeProvider/${provider} any more`,
        hint: `declare ComputeProvider/${provider} again, or delete the Host first: nothing else can give its machine back`,
      };
    }
    for (const manifest of hosts.homeless) {
      const { profile, provider, workspace } = manifest.spec;
      const family = graph.get('ComputeProfile', profile)?.spec.family ?? 'its family';
      yield {
        manifest,
        pointer: provider === undefined ? '/spec/profile' : '/spec/provider',
        message:
          provider === undefined
            ? `workspace ${workspace} has no ComputeProvider of the family ${family}, and none is free`
            : `workspace ${workspace} may not order from ${provider}`,
        hint: 'declare a ComputeProvider of that family with its organization, or one without, for the free pool',
      };
    }
  },
  page: {
    meaning:
      'A `Host` is ordered from a `ComputeProvider` of the family of its profile: the one that it names, else one of its workspace, of its organization, or of the free pool that nobody else has claimed. Here there is none, so nothing could be ordered. The one that has the machine of a `Host` stays declared as long as the `Host` does, as nothing else can give the machine back.',
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
spec: { workspace: prod, profile: cpx31, region: fsn1 }
`,
  },
};
