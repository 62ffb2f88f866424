import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { replicas: 2, resources: { min: {} }, placement: { spreadMax: 1 } } }
`;

let fleet: TestFleet;
beforeAll(() => void (fleet = testFleet({ 'inventory/fleet.yaml': FLEET })));
afterAll(() => fleet.dispose());

test('what a plan says of instances without a place does not keep its file from being applied', async () => {
  const planned = await fleet.stowage('plan', '-o', 'json', '--out', 'plan.json');
  const { digest, infeasibility } = JSON.parse(planned.stdout) as { digest: string; infeasibility: unknown };
  expect(infeasibility).toMatchObject({
    bound: { wanted: 2, placed: 1, proved: 'exact' },
    services: [{ service: 'web', waysOut: [{ text: 'raise spreadMax from 1 to 2', moves: 0 }] }],
  });
  const applied = await fleet.stowage('apply', 'plan.json', '--yes', '--approve', `unplaced=${digest}`);
  expect(applied.status).toBe(0);
});

test('a pull request reads the same', async () => {
  const { stdout } = await fleet.stowage('plan', '-o', 'markdown');
  expect(stdout).toContain('conflict  spreadMax 1 cannot hold for 2 instances');
  expect(stdout).toContain('ways out  raise spreadMax from 1 to 2 · 0 moves');
});
