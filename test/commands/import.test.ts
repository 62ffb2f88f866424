import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { POOL, machinesOf, stray } from '../support/sandbox-fleet.ts';

const FACTS = {
  parameters: { size: 's' },
  image: 'debian-12',
  resources: { cores: 2, memory: 4096, nvme: 40 },
  price: { monthly: 9, setup: 30, currency: 'EUR' },
};
const MANIFESTS = `# yaml-language-server: $schema=schemas/stowage.json
apiVersion: stowage/v1
kind: ComputeProfile
metadata:
  name: sandbox-s
spec:
  family: sandbox
  resources:
    cores: 2
    memory: 4096
    nvme: 40
  price:
    monthly: 9
    setup: 30
    currency: EUR
  parameters:
    size: s
  regions:
    - north
---
apiVersion: stowage/v1
kind: Host
metadata:
  name: db
spec:
  hostname: DB
  workspace: prod
  provider: pool
  profile: sandbox-s
  region: north
  image: debian-12
  adopt: old-2
---
apiVersion: stowage/v1
kind: Host
metadata:
  name: web
spec:
  workspace: prod
  provider: pool
  profile: sandbox-s
  region: north
  image: debian-12
  adopt: old-1
`;

let fleet: TestFleet;
beforeEach(() => {
  fleet = testFleet({ 'inventory/fleet.yaml': POOL });
  stray(fleet, { id: 'old-1', name: 'web' }, FACTS);
  stray(fleet, { id: 'old-2', name: 'DB' }, FACTS);
});
afterEach(() => fleet.dispose());

const importing = (...args: readonly string[]) =>
  fleet.stowage('import', 'sandbox', '--provider', 'pool', ...args);

test('without a folder, prints the manifests and writes nothing', async () => {
  const { status, stdout, stderr } = await importing();
  expect({ status, stdout }).toEqual({ status: 0, stdout: MANIFESTS });
  expect(stderr).toBe('2 machines to take over from pool, of 1 new profile\n');
  expect((await fleet.stowage('plan')).stdout).not.toContain('takes over');
});

test('what is written is valid, is planned as taken over, is marked by an apply, and then nothing is left', async () => {
  expect((await importing('--write', 'inventory')).stderr).toContain('Wrote inventory/imported-db.yaml');
  const written = readFileSync(join(fleet.directory, 'inventory/imported-db.yaml'), 'utf8');
  expect(written).toContain('$schema=../schemas/stowage.json');
  expect((await fleet.stowage('validate')).status).toBe(0);

  const { stdout: planned } = await fleet.stowage('plan');
  expect(planned).toContain('takes over machine old-1 at pool');
  expect(planned).toContain('takes over machine old-2 at pool');
  expect(planned).toContain('€0.00 → €18.00/month');
  expect(planned).not.toContain('30.00');

  expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
  expect(machinesOf(fleet).all()).toMatchObject([
    { id: 'old-1', name: 'web', marker: { fleet: 'test' } },
    { id: 'old-2', name: 'db', marker: { fleet: 'test' } },
  ]);
  expect((await fleet.stowage('plan', '--detailed-exitcode')).status).toBe(0);
  expect((await fleet.stowage('drift', '--detailed-exitcode')).status).toBe(0);
  expect((await importing()).stderr).toBe('Nothing to import from pool\n');
});

test('a declared profile is used, and one that the provider says nothing of is left to be written', async () => {
  const profile = `{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 }, parameters: { size: s } } }`;
  fleet.write('inventory/profile.yaml', profile);
  stray(fleet, { id: 'old-3' });
  const { stdout, stderr } = await importing();
  expect(stderr).toContain('complete sandbox-imported: the provider does not say all of its size and price');
  expect(stdout.match(/profile: .*/g)).toEqual([
    'profile: small',
    'profile: sandbox-imported',
    'profile: small',
  ]);
  expect(stdout).toContain(
    '# The provider does not say how large it is or what it costs a month: write it here.',
  );
});

test('a workspace of a cluster is not chosen unless it is named', async () => {
  const cluster = `{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: k8s }, spec: { organization: acme, type: kubernetes, kubernetes: { version: '1.31', managementProvider: hetzner-cloud, controlPlane: { matchLabels: { role: control } } } } }`;
  fleet.write('inventory/cluster.yaml', cluster);
  expect((await importing()).stdout).toContain('workspace: prod');
  expect((await importing('--workspace', 'k8s')).stdout).toContain('workspace: k8s');
});

test('machines of another fleet, of ours whose Host is declared, and those that do not run are left out, and said to be', async () => {
  const declared = [
    '{ apiVersion: stowage/v1, kind: ComputeProfile, metadata: { name: big }, spec: { family: sandbox, resources: { cores: 64 }, price: { monthly: 200 } } }',
    '{ apiVersion: stowage/v1, kind: Host, metadata: { name: b }, spec: { workspace: prod, profile: big } }',
  ];
  fleet.write('inventory/b.yaml', declared.join('\n---\n'));
  stray(fleet, { id: 'a', marker: { fleet: 'other', intent: 'i', uid: 'u' } });
  stray(fleet, { id: 'b', marker: { fleet: 'test', intent: 'i', uid: 'u' } });
  stray(fleet, { id: 'c', state: 'off' });
  const { stdout, stderr } = await importing();
  expect(stdout).toBe(MANIFESTS);
  expect(stderr.split('\n').slice(1)).toEqual([
    '  left out a (a): it is marked as of fleet other',
    '  left out b (b): it is the lost machine of Host/b; add `adopt: "b"` to its spec',
    '  left out c (c): it is off; --all takes it too',
    '',
  ]);
  expect((await importing('--all')).stdout).toContain('adopt: c');
});

describe('an import is refused', () => {
  const OTHERS = `---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: test }, spec: { organization: acme } }
---
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: rival }, spec: {} }
---
{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: theirs }, spec: { family: sandbox, organization: rival } }
`;

  test.each([
    [
      'of a provider that is not declared',
      ['sandbox', '--provider', 'pol'],
      'import.unknown-provider',
      'did you mean pool?',
    ],
    [
      'of another family',
      ['hetzner-cloud', '--provider', 'pool'],
      'import.family',
      'import sandbox --provider pool',
    ],
    [
      'into one of several workspaces',
      ['sandbox', '--provider', 'pool'],
      'import.which-workspace',
      'prod, test',
    ],
    [
      'into a workspace that is not there',
      ['sandbox', '--provider', 'pool', '--workspace', 'prd'],
      'import.unknown-workspace',
      'prod, test',
    ],
    [
      'from a provider that no workspace may use',
      ['sandbox', '--provider', 'theirs'],
      'import.no-workspace',
      'Workspace',
    ],
  ])('%s', async (_what, args, code, hint) => {
    fleet.write('inventory/others.yaml', OTHERS);
    const { status, stdout, stderr } = await fleet.stowage('import', ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`error ${code}: `);
    expect(stderr).toContain(hint);
  });

  test('where the provider does not answer', async () => {
    const faults = [{ on: 'list', failure: 'permission' }];
    fleet.write('.stowage/sandbox/pool/behaviour.json', JSON.stringify({ faults }));
    const { status, stderr } = await importing();
    expect(status).toBe(1);
    expect(stderr).toContain('error import.provider: ');
  });
});
