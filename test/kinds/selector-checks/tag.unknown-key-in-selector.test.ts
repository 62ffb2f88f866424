import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('tag.unknown-key-in-selector: some compute has the tag a selector asks for', () => {
  test('a tag that no compute has is a warning, with the nearest one', () => {
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
      - matchLabels: { evn: prod }
    antiAffinity:
      - matchExpressions: [{ key: temperature, operator: Exists }]
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'tag.unknown-key-in-selector',
        severity: 'warning',
        message: 'no compute has a tag "evn"',
        hint: 'did you mean env?',
        file: 'fleet.yaml',
        line: 14,
        column: 29,
        related: [],
      }),
      expect.objectContaining({
        code: 'tag.unknown-key-in-selector',
        severity: 'warning',
        message: 'no compute has a tag "temperature"',
        hint: 'tag the computes that are meant, or correct the key',
        file: 'fleet.yaml',
        line: 16,
        column: 35,
        related: [],
      }),
    ]);
  });

  test('a key with a slash is found in the text', () => {
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
metadata: { name: ssh-racks }
spec:
  rule: ssh
  computeSelector: { matchLabels: { example.com/rack: r1 } }
`);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'tag.unknown-key-in-selector',
        severity: 'warning',
        message: 'no compute has a tag "example.com/rack"',
        file: 'fleet.yaml',
        line: 22,
        column: 55,
        related: [],
      }),
    );
  });

  test('tags of computes, hosts and profiles and the built-in keys are known', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, tags: { env: prod, rack: r1 } }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: large }
spec:
  family: sandbox
  resources: { cores: 16 }
  price: { monthly: 40 }
  tags: { cpu: amd }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: { cores: 1 } }
  placement:
    affinity:
      - matchLabels: { env: prod, cpu: amd, stowage/region: fsn1 }
`);
    expect(diagnostics).toEqual([]);
  });

  test('what a service is spread over is such a key too', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: { cores: 1 } }
  placement: { topologyKey: stowage/regoin }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'tag.unknown-key-in-selector',
        message: 'no compute has a tag "stowage/regoin"',
        hint: 'did you mean stowage/region?',
        line: 7,
      }),
    ]);
  });

  test('the warning can be silenced with a reason', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, tags: { env: prod, rack: r1 } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: web, annotations: { stowage/allow: 'tag.unknown-key-in-selector: the first such compute comes in March' } }
spec:
  resources: { min: { cores: 1 } }
  placement:
    affinity:
      - matchLabels: { evn: prod }
`);
    expect(diagnostics).toEqual([]);
  });
});
