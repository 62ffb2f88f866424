import { expect, test } from '@jest/globals';
import { planFleet } from '../../src/pipeline/plan-fleet.ts';
import { readProject } from '../../src/pipeline/read-project.ts';
import { TODAY } from '../support/diagnose.ts';
import { applied, edited, fileOf, planOf, recordedFrom, stepIds } from '../support/planned.ts';

const SERVICE = `{ apiVersion: stowage/v1, kind: Service, metadata: { name: web, protect: true }, spec: { resources: { min: {} } } }`;
const ADDRESS = `{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: web, protect: true }, spec: { address: 49.12.8.10, type: public } }`;
const UNPROTECTED = [', protect: true', ''] as const;

/** The codes of what keeps a plan from being made, after some manifests were applied. */
function refusals(before: string, after: string): string[] {
  const { value: project } = readProject(null, 'test');
  const recorded = recordedFrom(before);
  const files = [fileOf('fleet.yaml', after)];
  const { plan, diagnostics } = planFleet({
    project,
    files,
    tree: 'tree',
    recorded,
    today: TODAY,
    version: '1',
  });
  return plan ? [] : diagnostics.map(({ code, address }) => `${code} ${address}`);
}

test('an object that was protected when last applied cannot be deleted', () => {
  expect(refusals(SERVICE, '')).toEqual(['protect.removed Service/web']);
});

test('dropping the protection and the object in one go is still refused', () => {
  // The manifest stays and is no longer protected; it is the address that goes.
  const moved = edited(ADDRESS, UNPROTECTED, ['49.12.8.10', '49.12.8.11']);
  expect(refusals(ADDRESS, moved)).toEqual(['protect.removed IPAddress/web']);
});

test('once the protection was dropped and that was applied, it can be deleted', () => {
  const before = recordedFrom(SERVICE);
  const dropped = planOf(edited(SERVICE, UNPROTECTED), { recorded: before });
  expect(stepIds(dropped)).toEqual(['update:Service/web']);
  const deleted = planOf('', { recorded: applied(dropped, before) });
  expect(stepIds(deleted)).toContain('delete:Service/web');
});
