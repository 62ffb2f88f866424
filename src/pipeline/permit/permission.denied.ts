import type { ListedCheck } from '../../model/listed-check.ts';

/** Whoever applies a plan lacks a permission for one of its steps. */
export const permissionDenied: ListedCheck = {
  id: 'permission.denied',
  severity: 'error',
  page: {
    meaning:
      'As soon as an `Organization` has `members`, nobody applies anything without a role that covers it: `host.create` to order, `host.delete` to give back, `inventory.write`, `network.write`, `provider.write`, `journal.write`, or a role that stands for several of them. The members that are recorded decide, so that nobody lets themselves in. It stops `apply`, with exit code 4; `plan` warns of it.',
    fails: `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: { members: [{ principal: ada@example.com, roles: [viewer] }] }
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
spec: { members: [{ principal: ada@example.com, roles: [admin] }] }
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
    actor: 'ada@example.com',
  },
};
