import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../../src/model/machine.ts';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const settings = (remote: string): string =>
  `{ apiVersion: stowage/v1, kind: Project, metadata: { name: test }, spec: { state: { remote: ${remote} } } }\n`;
const BRANCH = 'refs/heads/stowage/state';

let home: string;
let fleets: TestFleet[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stowage-elsewhere-'));
  fleets = [];
  execFileSync('git', ['init', '--quiet', '--bare', join(home, 'remote')]);
});
afterEach(() => {
  for (const fleet of fleets) fleet.dispose();
  rmSync(home, { recursive: true });
});

/** A clone of the fleet with one host, at a provider that all clones share. */
function clone({ remote = 'origin', isAdded = false }): TestFleet {
  const fleet = testFleet({
    'stowage.yaml': settings(remote),
    'inventory/fleet.yaml': `{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: pool }, spec: { family: sandbox, endpoint: ${home} } }
---
{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 } } }
---
{ apiVersion: stowage/v1, kind: Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small } }
`,
  });
  fleets.push(fleet);
  if (isAdded) addRemote(fleet);
  return fleet;
}

const addRemote = (fleet: TestFleet): string => fleet.git('remote', 'add', 'origin', join(home, 'remote'));
const machines = (): string[] => readdirSync(join(home, 'machines'));

describe('an order that nobody else will know of', () => {
  test('is warned of, with what to do', async () => {
    const { status, stderr } = await clone({}).stowage('apply', '--yes');
    expect(stderr).toContain(
      'this repository has no remote origin, so nobody else will know of what is ordered',
    );
    expect(stderr).toContain('help: git remote add origin URL, or write `remote: none` in stowage.yaml');
    expect(status).toBe(0);
  });

  test.each([
    ['where that is meant', { remote: 'none' }],
    ['where others see it', { isAdded: true }],
  ])('is not warned of %s', async (_, how) => {
    expect((await clone(how).stowage('apply', '--yes')).stderr).not.toContain('nobody else');
  });
});

test('what was recorded before there was a remote is there for everybody after the next apply, which does nothing', async () => {
  const first = clone({});
  await first.stowage('apply', '--yes');
  addRemote(first);
  const { status, stdout } = await first.stowage('apply', '--yes');
  expect(stdout).toContain('nothing to do');
  expect(status).toBe(0);
  const second = clone({ isAdded: true });
  second.git('fetch', 'origin', `${BRANCH}:${BRANCH}`);
  expect((await second.stowage('plan', '--detailed-exitcode')).status).toBe(0);
  expect(machines()).toHaveLength(1);
});

describe('what stands there already with the mark of the fleet, though nothing is recorded,', () => {
  beforeEach(async () => void (await clone({}).stowage('apply', '--yes')));

  test('is not ordered once more', async () => {
    const { status, stderr } = await clone({}).stowage('apply', '--yes');
    expect(stderr).toMatch(
      /error state\.forgotten: at pool stands with the mark of test what is to be ordered/,
    );
    expect(stderr).toMatch(/no record knows it: web-01 \(sbx-\w+\)/);
    expect(status).toBe(4);
    expect(machines()).toHaveLength(1);
  });

  test('is told of by a plan, unless no provider is to be asked', async () => {
    const second = clone({});
    expect((await second.stowage('plan')).stderr).toContain('apply would be refused: at pool stands');
    expect((await second.stowage('plan', '--offline')).stderr).not.toContain('at pool stands');
  });

  test('is taken back by its id where the state is lost for good, as the object that it was', async () => {
    const second = clone({});
    const file = 'inventory/fleet.yaml';
    const text = readFileSync(join(second.directory, file), 'utf8');
    // Ids follow from the time.
    const later = (...args: string[]) => second.stowageIn({ now: '2026-05-01T12:00:00Z' }, ...args);
    const importing = () => later('import', 'sandbox', '--provider', 'pool');
    const [id = ''] = machines().map((name) => name.replace('.json', ''));
    const markerOf = () =>
      (JSON.parse(readFileSync(join(home, 'machines', `${id}.json`), 'utf8')) as Machine).marker;
    const before = markerOf();
    expect((await importing()).stderr).toContain(
      `left out web-01 (${id}): it is the lost machine of Host/web-01; add \`adopt: "${id}"\` to its spec`,
    );
    const declared = text.split('---\n').slice(0, -1);
    second.write(file, declared.join('---\n'));
    const { stdout } = await importing();
    expect(stdout).toContain(`name: web-01\n`);
    second.write(file, [...declared, stdout].join('---\n'));

    const applied = await later('apply', '--yes');
    expect(applied).toMatchObject({ status: 0 });
    expect(machines()).toHaveLength(1);
    expect(markerOf()).toMatchObject({ fleet: 'test', uid: before?.uid });
    expect(markerOf()?.intent).not.toBe(before?.intent);
    expect((await later('plan', '--detailed-exitcode')).status).toBe(0);
    expect((await later('drift', '--detailed-exitcode')).status).toBe(0);

    second.write(file, declared.join('---\n'));
    expect((await later('apply', '--yes')).status).toBe(0);
    expect(machines()).toEqual([]);
  });

  test('keeps nobody from ordering something else', async () => {
    const second = clone({});
    const file = 'inventory/fleet.yaml';
    const text = readFileSync(join(second.directory, file), 'utf8');
    second.write(file, text.replace('web-01', 'web-02'));
    expect((await second.stowage('apply', '--yes')).status).toBe(0);
  });
});
