const RESOURCES = 'resources: { cores: 4, memory: 8192, nvme: 160 }';

/** A host at Hetzner Cloud, with these fields of its own and these lines of its profile, besides what those need. */
export function orderedHost({ host = '', profile = '' }): string {
  const own = host === '' ? '' : `, ${host}`;
  const lines = [...(profile.startsWith('resources:') ? [] : [RESOURCES]), ...(profile === '' ? [] : [profile])];
  return `apiVersion: stowage/v1
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
  price: { monthly: 13.1 }
${lines.map((line) => `  ${line}\n`).join('')}---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec: { workspace: prod, profile: cpx31, region: fsn1${own} }
`;
}
