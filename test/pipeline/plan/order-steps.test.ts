import { describe, expect, test } from '@jest/globals';
import type { Step } from '../../../src/model/step.ts';
import { orderSteps } from '../../../src/pipeline/plan/order-steps.ts';
import { edited, planOf, recordedFrom, stepIds } from '../../support/planned.ts';

const document = (kind: string, name: string, spec: string): string =>
  `{ apiVersion: stowage/v1, kind: ${kind}, metadata: { name: ${name} }, spec: { ${spec} } }\n`;
const fleetOf = (...documents: readonly string[]): string => documents.join('---\n');

const COMPUTE = document('Compute', 'web-01', 'type: vm, provider: own, region: berlin');
const SPARE = document('Compute', 'web-02', 'type: vm, provider: own, region: berlin');
const SERVICE = document('Service', 'web', 'resources: { min: {} }');
const PIN = document('Assignment', 'web-on-web-01', 'service: web, compute: web-01');
const IP = document('IPAddress', 'web-v4', 'address: 49.12.8.10, type: public');
const IP_ON_COMPUTE = document('IPAssignment', 'web-v4', 'ip: web-v4, compute: web-01');
const ZONE = document('DNSZone', 'example.com', 'name: example.com, provider: hetzner');
const RECORD = document('DNSRecord', 'www', 'name: www, type: A, zone: example.com, ip: web-v4');
const PORT = document('PortAssignment', 'https', 'service: web, ip: web-v4, port: 443');
const ALL = fleetOf(PORT, RECORD, ZONE, IP_ON_COMPUTE, IP, PIN, SERVICE, COMPUTE);

const needsOf = (steps: readonly Step[]): Record<string, readonly string[]> =>
  Object.fromEntries(steps.map(({ id, needs }) => [id, needs]));

describe('the order of steps', () => {
  test('what is referred to is created first, and instances are placed on what is there', () => {
    expect(stepIds(planOf(ALL))).toEqual([
      'create:Compute/web-01',
      'create:Service/web',
      'create:DNSZone/example.com',
      'create:IPAddress/web-v4',
      'create:DNSRecord/www',
      'create:PortAssignment/https',
      'create:Assignment/web-on-web-01',
      'create:IPAssignment/web-v4',
      'place:Service/web#1',
    ]);
  });

  test('instances follow each other by number, not by digit', () => {
    const many = SERVICE.replace('resources', 'replicas: 12, resources');
    const numbers = planOf(fleetOf(COMPUTE, many)).steps.map(({ id }) => id.split('#')[1]);
    expect(numbers.filter((number) => number !== undefined)).toEqual(
      Array.from({ length: 12 }, (_, nth) => `${nth + 1}`),
    );
  });

  test('what refers to others is deleted first, after instances have left', () => {
    const recorded = recordedFrom(ALL);
    expect(stepIds(planOf(SPARE, { recorded }))).toEqual([
      'create:Compute/web-02',
      'release:Service/web#1',
      'delete:IPAssignment/web-v4',
      'delete:Assignment/web-on-web-01',
      'delete:PortAssignment/https',
      'delete:DNSRecord/www',
      'delete:IPAddress/web-v4',
      'delete:DNSZone/example.com',
      'delete:Service/web',
      'delete:Compute/web-01',
    ]);
  });

  test('a step comes after all it needs, and needs what it builds on', () => {
    const { steps } = planOf(ALL);
    expect(needsOf(steps)).toEqual({
      'create:Compute/web-01': [],
      'create:Service/web': [],
      'create:DNSZone/example.com': [],
      'create:IPAddress/web-v4': [],
      'create:Assignment/web-on-web-01': ['create:Compute/web-01', 'create:Service/web'],
      'create:DNSRecord/www': ['create:DNSZone/example.com', 'create:IPAddress/web-v4'],
      'create:IPAssignment/web-v4': ['create:Compute/web-01', 'create:IPAddress/web-v4'],
      'create:PortAssignment/https': ['create:IPAddress/web-v4', 'create:Service/web'],
      'place:Service/web#1': ['create:Compute/web-01', 'create:Service/web'],
    });
  });

  test('a deletion needs everything that leaves what is deleted', () => {
    const { steps } = planOf(SPARE, { recorded: recordedFrom(ALL) });
    expect(needsOf(steps)).toMatchObject({
      'release:Service/web#1': [],
      'delete:IPAddress/web-v4': [
        'delete:DNSRecord/www',
        'delete:IPAssignment/web-v4',
        'delete:PortAssignment/https',
      ],
      'delete:DNSZone/example.com': ['delete:DNSRecord/www'],
      'delete:Compute/web-01': [
        'delete:Assignment/web-on-web-01',
        'delete:IPAssignment/web-v4',
        'release:Service/web#1',
      ],
    });
  });

  test('a machine goes after its instances moved and what referred to it turned elsewhere', () => {
    const before = fleetOf(COMPUTE, SERVICE, IP, IP_ON_COMPUTE);
    const after = fleetOf(SPARE, SERVICE, IP, edited(IP_ON_COMPUTE, ['web-01', 'web-02']));
    const { steps } = planOf(after, { recorded: recordedFrom(before) });
    expect(needsOf(steps)).toEqual({
      'create:Compute/web-02': [],
      'update:IPAssignment/web-v4': ['create:Compute/web-02'],
      'move:Service/web#1': ['create:Compute/web-02'],
      'delete:Compute/web-01': ['move:Service/web#1', 'update:IPAssignment/web-v4'],
    });
  });

  test('what an update keeps referring to is not left', () => {
    const recorded = recordedFrom(ALL);
    const { steps } = planOf(edited(ALL, ['port: 443', 'port: 443, servicePort: 8443']), { recorded });
    expect(needsOf(steps)).toEqual({ 'update:PortAssignment/https': [] });
  });

  test('within a kind, steps go by name, in whatever order they came', () => {
    const names = ['c', 'a', 'b'].map((name) => edited(SERVICE, ['name: web', `name: ${name}`]));
    const { steps } = planOf(fleetOf(...names));
    expect(steps.map(({ id }) => id)).toEqual(['create:Service/a', 'create:Service/b', 'create:Service/c']);
    expect(orderSteps([...steps].reverse())).toEqual(steps);
  });

  test('two services that keep away from each other come and go together', () => {
    const pair = (one: string, other: string): string =>
      document('Service', one, `resources: { min: {} }, placement: { antiAffinityServices: [${other}] }`);
    const both = fleetOf(pair('a', 'b'), pair('b', 'a'));
    expect(stepIds(planOf(both))).toEqual(['create:Service/a', 'create:Service/b']);
    expect(stepIds(planOf('', { recorded: recordedFrom(both) }))).toEqual([
      'delete:Service/a',
      'delete:Service/b',
    ]);
  });
});
