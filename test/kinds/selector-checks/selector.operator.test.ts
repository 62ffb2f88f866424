import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('selector.operator: a selector compares with the operators there are', () => {
  test('an unknown operator is an error, with the nearest one or all of them', () => {
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
      - matchExpressions:
          - { key: env, operator: in, values: [prod] }
          - { key: env, operator: Equals, values: [prod] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'selector.operator',
        severity: 'error',
        message: 'there is no operator "in"',
        hint: 'did you mean In?',
        file: 'fleet.yaml',
        line: 15,
        column: 35,
        related: [],
      }),
      expect.objectContaining({
        code: 'selector.operator',
        severity: 'error',
        message: 'there is no operator "Equals"',
        hint: 'operators: In, NotIn, Exists, DoesNotExist',
        file: 'fleet.yaml',
        line: 16,
        column: 35,
        related: [],
      }),
    ]);
  });

  test('In without values and Exists with values are errors', () => {
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
      - matchExpressions:
          - { key: env, operator: In }
          - { key: rack, operator: Exists, values: [r1] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'selector.operator',
        severity: 'error',
        message: 'In compares env with values, and there are none',
        hint: 'list them, or ask with Exists for the key alone',
        file: 'fleet.yaml',
        line: 15,
        column: 35,
        related: [],
      }),
      expect.objectContaining({
        code: 'selector.operator',
        severity: 'error',
        message: 'Exists looks only for the key rack and takes no values',
        hint: 'remove values, or compare with In',
        file: 'fleet.yaml',
        line: 16,
        column: 52,
        related: [],
      }),
    ]);
  });

  test('the control plane of a workspace is held to the same', () => {
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
    controlPlane: { matchExpressions: [{ key: stowage/type, operator: NotInn, values: [vps] }] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'selector.operator',
        severity: 'error',
        message: 'there is no operator "NotInn"',
        hint: 'did you mean NotIn?',
        file: 'fleet.yaml',
        line: 16,
        column: 71,
        related: [],
      }),
    ]);
  });

  test('the four operators pass', () => {
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
      - matchExpressions:
          - { key: env, operator: In, values: [prod] }
          - { key: rack, operator: Exists }
`);
    expect(diagnostics).toEqual([]);
  });
});
