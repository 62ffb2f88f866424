import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

/** What stands in db-01: 16 cores and 64 GB. */
const HARDWARE = `
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { cores: 16 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: dimm }
spec:
  type: ram
  manufacturer: Samsung
  model: M321R4GA3BB6
  specs: { capacity_gb: 32 }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: cpu }
spec:
  component: epyc
  computes: [db-01]
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ram }
spec:
  component: dimm
  computes: [db-01]
  quantity: 2
`;

describe('pin.forbidden-by-rule: a pin keeps the placement rules', () => {
  test('a compute that affinity or antiAffinity does not admit is an error with the rule', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, tags: { env: prod } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  replicas: 1
  resources: { min: { cores: 1 } }
  placement: { affinity: [{ matchLabels: { env: test } }], antiAffinity: [{ matchLabels: { stowage/region: fsn1 } }] }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: here }
spec:
  service: web
  compute: db-01
---${HARDWARE}`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'pin.forbidden-by-rule',
        severity: 'error',
        message: 'web never runs where stowage/region=fsn1, which db-01 matches',
        hint: 'pin web to a compute that its rules admit, or change the rule',
        file: 'fleet.yaml',
        line: 20,
        column: 12,
        related: [expect.objectContaining({ line: 13, message: 'the rule' })],
      }),
      expect.objectContaining({
        code: 'pin.forbidden-by-rule',
        severity: 'error',
        message: 'web runs only where env=test, which db-01 does not match',
        hint: 'pin web to a compute that its rules admit, or change the rule',
        file: 'fleet.yaml',
        line: 20,
        column: 12,
        related: [expect.objectContaining({ line: 13, message: 'the rule' })],
      }),
    ]);
  });

  test('more pinned instances than spreadMax allows on one compute are an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  replicas: 3
  resources: { min: { cores: 1 } }
  placement: { spreadMax: 2 }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: here }
spec:
  service: web
  compute: db-01
  quantity: 3
---${HARDWARE}`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'pin.forbidden-by-rule',
        severity: 'error',
        message: '3 instances are pinned to db-01, and web allows 2 on one compute',
        hint: 'pin some of them to other computes, or raise spreadMax',
        file: 'fleet.yaml',
        line: 21,
        column: 13,
        related: [expect.objectContaining({ line: 13, message: 'spreadMax is 2' })],
      }),
    ]);
  });

  test('two services that never share a compute are reported once, though both say so', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  replicas: 1
  resources: { min: { cores: 1 } }
  placement: { antiAffinityServices: [batch] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: batch }
spec:
  replicas: 1
  resources: { min: { cores: 1 } }
  placement: { antiAffinityServices: [web] }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: web-here }
spec:
  service: web
  compute: db-01
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: batch-here }
spec:
  service: batch
  compute: db-01
---${HARDWARE}`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'pin.forbidden-by-rule',
        severity: 'error',
        message: 'web and batch are both pinned to db-01, and web never shares a compute with batch',
        hint: 'pin one of them to another compute, or remove the rule',
        file: 'fleet.yaml',
        line: 28,
        column: 12,
        related: [
          expect.objectContaining({ line: 35, message: 'batch is pinned here' }),
          expect.objectContaining({ line: 13, message: 'the rule' }),
        ],
      }),
    ]);
  });

  test('an ordered host has the tags of its profile, and what the order decides is left open', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec:
  organization: acme
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: small }
spec:
  family: sandbox
  resources: { cores: 2 }
  price: { monthly: 4 }
  tags: { cpu: amd }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec:
  workspace: prod
  profile: small
  tags: { env: prod }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  replicas: 1
  resources: { min: { cores: 1 } }
  placement: { affinity: [{ matchLabels: { env: prod, cpu: amd } }, { matchLabels: { stowage/region: fsn1 } }] }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: here }
spec:
  service: web
  compute: web-01
`);
    expect(diagnostics).toEqual([]);
  });

  test('a pin that keeps every rule passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, tags: { env: prod } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  replicas: 2
  resources: { min: { cores: 1 } }
  placement: { affinity: [{ matchLabels: { env: prod } }], spreadMax: 2, antiAffinityServices: [batch] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: batch }
spec:
  replicas: 1
  resources: { min: { cores: 1 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: here }
spec:
  service: web
  compute: db-01
  quantity: 2
---${HARDWARE}`);
    expect(diagnostics).toEqual([]);
  });
});
