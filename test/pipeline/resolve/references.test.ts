import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/model/finding.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import { refCycle } from '../../../src/pipeline/resolve/checks/ref.cycle.ts';
import type { InventoryIndex, Use } from '../../../src/pipeline/resolve/inventory-index.ts';
import { validateFleet } from '../../../src/pipeline/validate-fleet.ts';
import { diagnose, TODAY } from '../../support/diagnose.ts';
import { manifestsOf } from '../../support/fleet.ts';

const COMPUTE = `apiVersion: stowage/v1
kind: Compute
metadata: { name: fsn1-db-01 }
spec: { type: vm, provider: own, region: berlin }
`;
const SERVICE = `apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec: { resources: { min: {} } }
`;
const pin = (service: string, compute: string): string => `apiVersion: stowage/v1
kind: Assignment
metadata: { name: pin }
spec:
  service: ${service}
  compute: ${compute}
`;
const fleetOf = (...documents: readonly string[]): string => documents.join('---\n');

describe('ref.unknown: what is named exists', () => {
  test('a name that is nearly right is an error that says which was meant', () => {
    expect(diagnose(fleetOf(COMPUTE, SERVICE, pin('postgers', 'fsn1-db-01')))).toEqual([
      {
        code: 'ref.unknown',
        severity: 'error',
        message: 'there is no Service named postgers',
        hint: 'did you mean postgres?',
        file: 'fleet.yaml',
        line: 15,
        column: 12,
        endLine: 15,
        endColumn: 20,
        address: 'Assignment/pin',
        pointer: '/spec/service',
        related: [],
      },
    ]);
  });

  test('a name like no other is an error that says what to declare', () => {
    expect(diagnose(fleetOf(SERVICE, pin('postgres', 'hel1-mail-07')))).toEqual([
      expect.objectContaining({
        code: 'ref.unknown',
        message: 'there is no Compute or Host named hel1-mail-07',
        hint: 'declare Compute/hel1-mail-07, or correct the name',
        pointer: '/spec/compute',
      }),
    ]);
  });

  test('in a list, the entry is shown', () => {
    const found = diagnose(`apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: {} }
  placement:
    antiAffinityServices:
      - mail
`);
    expect(found).toEqual([
      expect.objectContaining({
        code: 'ref.unknown',
        line: 8,
        column: 9,
        pointer: '/spec/placement/antiAffinityServices/0',
      }),
    ]);
  });

  test('a target that exists but is broken is no second mistake', () => {
    const broken = SERVICE.replace('resources:', 'resource:');
    const codes = diagnose(fleetOf(COMPUTE, broken, pin('postgres', 'fsn1-db-01'))).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => code.startsWith('ref.'))).toEqual([]);
  });

  test('a broken target is still near enough to be meant', () => {
    const broken = SERVICE.replace('resources:', 'resource:');
    const found = diagnose(fleetOf(COMPUTE, broken, pin('postgers', 'fsn1-db-01')));
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'ref.unknown', hint: 'did you mean postgres?' }),
    );
  });

  test('nothing is missing while a file could not be read', () => {
    const encode = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
    const { diagnostics } = validateFleet(
      [
        encode('pin.yaml', fleetOf(COMPUTE, pin('postgres', 'fsn1-db-01'))),
        encode('services.yaml', 'kind: ['),
      ],
      TODAY,
    );
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(['services.yaml']));
  });
});

describe('ref.kind: what is named is of the kind the field takes', () => {
  test('a manifest of another kind is an error that shows where it is declared', () => {
    expect(diagnose(fleetOf(COMPUTE, SERVICE, pin('fsn1-db-01', 'fsn1-db-01')))).toEqual([
      {
        code: 'ref.kind',
        severity: 'error',
        message: 'the field takes a Service, and fsn1-db-01 is a Compute',
        hint: undefined,
        file: 'fleet.yaml',
        line: 15,
        column: 12,
        endLine: 15,
        endColumn: 22,
        address: 'Assignment/pin',
        pointer: '/spec/service',
        related: [
          {
            file: 'fleet.yaml',
            line: 2,
            column: 7,
            endLine: 2,
            endColumn: 14,
            message: 'fsn1-db-01 is declared here',
          },
        ],
      },
    ]);
  });

  test('a name is preferred in a kind that fits', () => {
    const namesake = SERVICE.replace('postgres', 'fsn1-db-01');
    expect(diagnose(fleetOf(COMPUTE, namesake, pin('fsn1-db-01', 'fsn1-db-01')))).toEqual([]);
  });
});

describe('ref.cycle: references end somewhere', () => {
  test('a service that keeps away from itself is an error at the entry', () => {
    const found = diagnose(`apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  resources: { min: {} }
  placement: { antiAffinityServices: [web] }
`);
    expect(found).toEqual([
      expect.objectContaining({
        code: 'ref.cycle',
        severity: 'error',
        message: 'Service/web names itself',
        hint: 'name another, or remove the entry',
        line: 6,
        column: 39,
      }),
    ]);
  });

  test('two services may keep away from each other', () => {
    const service = (name: string, other: string): string => `apiVersion: stowage/v1
kind: Service
metadata: { name: ${name} }
spec: { resources: { min: {} }, placement: { antiAffinityServices: [${other}] } }
`;
    expect(diagnose(fleetOf(service('web', 'mail'), service('mail', 'web')))).toEqual([]);
  });

  test('a circle of several is one error that names them all', () => {
    expect(circles(['a', 'b'], ['b', 'c'], ['c', 'a'])).toEqual([
      'manifests name each other in a circle: Service/a → Service/b → Service/c → Service/a',
    ]);
  });

  test('a circle that others lead to is told from where it closes', () => {
    expect(circles(['d', 'a'], ['a', 'b'], ['b', 'a'])).toEqual([
      'manifests name each other in a circle: Service/a → Service/b → Service/a',
    ]);
  });

  test('two circles are two errors', () => {
    expect(circles(['a', 'b'], ['b', 'a'], ['c', 'd'], ['d', 'c'])).toHaveLength(2);
  });

  test('two ways to one manifest are no circle', () => {
    expect(circles(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd'])).toEqual([]);
  });

  test('a chain of many thousands is followed to its end', () => {
    const chain = Array.from({ length: 20_000 }, (_, index): [string, string] => [
      `s${index}`,
      `s${index + 1}`,
    ]);
    expect(circles(...chain)).toEqual([]);
  });
});

/** No kinds of today refer to each other in a circle, so the uses are made by hand. */
function circles(...edges: readonly (readonly [string, string])[]): string[] {
  const names = [...new Set(edges.flat())];
  const words = { computes: {}, services: Object.fromEntries(names.map((name) => [name, {}])) };
  const services = new Map(manifestsOf(words).map((manifest) => [manifest.metadata.name, manifest]));
  const uses = edges.map(([from, to]): Use => ({
    from: services.get(from) as Manifest,
    to: services.get(to),
    name: to,
    pointer: '/spec/other',
    field: { pointer: '/spec/other', kinds: ['Service'], symmetric: false },
  }));
  const index = { uses } as unknown as InventoryIndex;
  return [...refCycle.run(index, new Map())].map(({ message }: Finding) => message);
}
