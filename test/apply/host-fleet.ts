const BASE = `
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: pool }, spec: { family: sandbox } }
---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 } } }
`;

/** The manifests of a fleet that orders hosts from a sandbox. */
export function hostFleet(hosts: readonly string[]): string {
  const documents = hosts.map(
    (name) =>
      `{ apiVersion: stowage/v1, kind: Host, metadata: { name: ${name} }, spec: { workspace: prod, profile: small } }\n`,
  );
  return [BASE, ...documents].join('---\n');
}
