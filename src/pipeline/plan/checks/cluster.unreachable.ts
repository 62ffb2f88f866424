import type { PlanCheck } from '../plan-check.ts';

/** A Host would be ordered into a cluster that it could not join: no control-plane node can be reached. */
export const clusterUnreachable: PlanCheck = {
  id: 'cluster.unreachable',
  severity: 'error',
  *run({ comparison, hosts, graph }) {
    const told = new Set<string>();
    if (!comparison) return;
    for (const [name, { order }] of hosts.orders) {
      const host = graph.get('Host', name);
      const workspace = host && graph.get('Workspace', host.spec.workspace);
      if (!workspace || order.cluster?.controlPlane.length !== 0 || told.has(workspace.metadata.name))
        continue;
      told.add(workspace.metadata.name);
      yield {
        manifest: workspace,
        pointer: workspace.spec.kubernetes?.controlPlane
          ? '/spec/kubernetes/controlPlane'
          : '/spec/kubernetes',
        message: `no control-plane node of it can be reached, so ${name} could not join`,
        hint: 'select active computes with controlPlane, and give each an address and spec.ssh.hostKey',
        related: [{ manifest: host, pointer: '/spec/workspace', message: 'ordered into it' }],
      };
    }
  },
  page: {
    meaning:
      'A host of a Kubernetes workspace joins its cluster with a short-lived token that one of the control-plane nodes makes, over SSH. So at least one active compute must match `kubernetes.controlPlane`, with an address and with the host key by which it is known (`spec.ssh.hostKey`). Better to hear of it before a machine is paid for that cannot join.',
    fails: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec: { organization: acme, type: kubernetes, kubernetes: { version: "1.31", managementProvider: hetzner-cloud, controlPlane: { matchLabels: { role: control-plane } } } }
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
kind: Compute
metadata: { name: cp-01 }
spec: { type: vm, provider: hetzner, region: fsn1, tags: { role: control-plane } }
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
spec: { organization: acme, type: kubernetes, kubernetes: { version: "1.31", managementProvider: hetzner-cloud, controlPlane: { matchLabels: { role: control-plane } } } }
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
kind: Compute
metadata: { name: cp-01 }
spec:
  type: vm
  provider: hetzner
  region: fsn1
  tags: { role: control-plane }
  ssh: { address: 10.0.0.2, hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKq5cX0m1wXh5Q0n2VqJ1pYxOa3o5mE1hZ0sQ4rT6uWv }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, region: fsn1 }
`,
  },
};
