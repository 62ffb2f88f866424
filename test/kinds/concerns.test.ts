import { describe, expect, test } from '@jest/globals';
import type { Kind } from '../../src/kinds/kind.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { addressOfManifest } from '../../src/model/address.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { TODAY } from '../support/diagnose.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-02 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: web-01-v4 }, spec: { address: 49.12.8.10, type: public } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: web-02-v4 }, spec: { address: 49.12.8.11, type: public } }
---
{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: spare-v4 }, spec: { address: 49.12.8.12, type: public } }
---
{ apiVersion: stowage/v1, kind: IPAssignment, metadata: { name: web-01-v4 }, spec: { ip: web-01-v4, compute: web-01 } }
---
{ apiVersion: stowage/v1, kind: IPAssignment, metadata: { name: web-02-v4 }, spec: { ip: web-02-v4, compute: web-02 } }
---
{ apiVersion: stowage/v1, kind: DNSZone, metadata: { name: example.com }, spec: { name: example.com, provider: hetzner } }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { name: www, type: A, zone: example.com, ip: [web-01-v4, web-02-v4] }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: { cores: 1 } } } }
---
{ apiVersion: stowage/v1, kind: PortAssignment, metadata: { name: web-443 }, spec: { service: web, ip: web-01-v4, port: 443 } }
`;

describe('whose journal tells of a change', () => {
  const graph = validateFleet([{ path: 'fleet.yaml', bytes: new TextEncoder().encode(FLEET) }], TODAY).value;
  const concerned = (address: string) => {
    const manifest = graph.manifests.find((each) => addressOfManifest(each) === address);
    if (!manifest) throw new Error(`there is no ${address}`);
    return (KINDS[manifest.kind] as Kind).concerns(manifest, graph);
  };

  test.each([
    ['Compute/web-01', ['web-01']],
    ['IPAssignment/web-01-v4', ['web-01']],
    ['IPAddress/web-02-v4', ['web-02']],
    ['IPAddress/spare-v4', []],
    ['DNSRecord/www', ['web-01', 'web-02']],
    ['PortAssignment/web-443', ['web-01']],
    ['Service/web', []],
    ['DNSZone/example.com', []],
  ])('%s concerns %j', (address, computes) => {
    expect(concerned(address)).toEqual(computes);
  });
});
