import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('selector.empty: a selector says which computes it means', () => {
  test('selectors without entries are errors in a service', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: { cores: 1 } }
  placement:
    affinity:
      - matchLabels: {}
    antiAffinity:
      - {}
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'selector.empty',
        severity: 'error',
        message: 'the selector has no entry, so it says nothing about which computes are meant',
        hint: 'add matchLabels or matchExpressions; `stowage/name` with Exists means every compute',
        file: 'fleet.yaml',
        line: 9,
        column: 9,
        related: [],
      }),
      expect.objectContaining({
        code: 'selector.empty',
        severity: 'error',
        message: 'the selector has no entry, so it says nothing about which computes are meant',
        file: 'fleet.yaml',
        line: 11,
        column: 9,
        related: [],
      }),
    ]);
  });

  test('an empty selector of a firewall assignment is an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, tags: { env: prod, rack: r1 } }
---
apiVersion: stowage/v1
kind: FirewallRule
metadata: { name: ssh }
spec:
  action: ALLOW
  protocol: tcp
  source: 10.0.0.0/8
  destination: any
  portStart: 22
---
apiVersion: stowage/v1
kind: FirewallAssignment
metadata: { name: ssh-everywhere }
spec:
  rule: ssh
  computeSelector: {}
`);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'selector.empty',
        severity: 'error',
        message: 'the selector has no entry, so it says nothing about which computes are meant',
        file: 'fleet.yaml',
        line: 22,
        column: 20,
        related: [],
      }),
    );
  });

  test('an empty selector of a control plane is an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: k8s }
spec:
  organization: acme
  type: kubernetes
  kubernetes:
    version: '1.31'
    managementProvider: hetzner-cloud
    controlPlane: {}
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'selector.empty',
        severity: 'error',
        message: 'the selector has no entry, so it says nothing about which computes are meant',
        file: 'fleet.yaml',
        line: 16,
        column: 19,
        related: [],
      }),
    ]);
  });

  test('a selector with one label passes, and so does a list without selectors', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, tags: { env: prod, rack: r1 } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: { cores: 1 } }
  placement:
    affinity:
      - matchLabels: { env: prod }
    antiAffinity: []
`);
    expect(diagnostics).toEqual([]);
  });
});
