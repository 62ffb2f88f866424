import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const POOL = (name: string, endpoint: string): string =>
  `{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: ${name} }, spec: { family: sandbox, endpoint: ${endpoint} } }\n`;
const SHARED = (folder: string, pools: readonly string[]): string =>
  [
    ...['red', 'blue'].flatMap((name) => [
      `{ apiVersion: stowage/v1, kind: Organization, metadata: { name: ${name} }, spec: {} }\n`,
      `{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: ${name} }, spec: { organization: ${name} } }\n`,
    ]),
    '{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 } } }\n',
    ...pools.map((name) => POOL(name, folder)),
  ].join('---\n');
const HOST = (workspace: string): string =>
  `{ apiVersion: stowage/v1, kind: Host, metadata: { name: ${workspace}-01 }, spec: { workspace: ${workspace}, profile: small } }\n`;

/** Two clones of one fleet: while somebody applies a change for one organization, another is on top of it for the other. */
async function race(pools: readonly string[]) {
  const home = mkdtempSync(join(tmpdir(), 'stowage-claims-'));
  execFileSync('git', ['init', '--quiet', '--bare', join(home, 'remote.git')]);
  const clone = (): TestFleet => {
    const fleet = testFleet({
      'stowage.yaml': 'apiVersion: stowage/v1\nkind: Project\nmetadata: { name: test }\nspec: {}\n',
      'inventory/shared.yaml': SHARED(home, pools),
    });
    fleet.git('remote', 'add', 'origin', join(home, 'remote.git'));
    return fleet;
  };
  const [red, blue] = [clone(), clone()];
  await red.stowage('apply', '--yes');
  blue.git('fetch', 'origin', 'stowage/state:stowage/state');
  red.write('inventory/red.yaml', HOST('red'));
  blue.write('inventory/red.yaml', HOST('red'));
  blue.write('inventory/blue.yaml', HOST('blue'));
  let asked = 0;
  // While blue reads its plan, red is quicker.
  const meanwhile = async (): Promise<void> => {
    if (asked++ === 0) expect((await red.stowage('apply', '--yes')).status).toBe(0);
  };
  const outcome = await blue.stowageIn({ answer: 'test', meanwhile }, 'apply');
  const dispose = (): void => [red, blue].forEach((fleet) => fleet.dispose());
  return { outcome, asked: () => asked, blue, dispose: () => (dispose(), rmSync(home, { recursive: true })) };
}

test('a provider of the free pool that somebody else claimed meanwhile is not ordered from: the next one is claimed', async () => {
  const { outcome, asked, blue, dispose } = await race(['pool-1', 'pool-2']);
  expect(outcome.stderr).toContain('Planning again: somebody else applied something meanwhile');
  expect(outcome.stdout).toContain('claimed for blue from the free pool');
  // The first plan was from pool-1, and the person was asked anew.
  expect(outcome.stdout).toContain('from pool-2');
  expect([outcome.status, asked()]).toEqual([0, 2]);
  expect((await blue.stowage('plan')).stdout).toContain('nothing to do');
  dispose();
});

test('a pool that is too small for all who would claim from it is said before anything is ordered', async () => {
  const { outcome, dispose } = await race(['pool-1']);
  expect(outcome.status).toBe(3);
  expect(outcome.stdout + outcome.stderr).toContain(
    'provider.missing workspace red has no ComputeProvider of the family sandbox, and none is free',
  );
  dispose();
});
