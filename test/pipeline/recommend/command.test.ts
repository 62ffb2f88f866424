import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from '../../support/command.ts';
import { testFleet } from '../../support/command.ts';
import { departures } from '../../support/output-schema.ts';

const SHOP = `
apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: { limits: { hosts: 8 } }
---
apiVersion: stowage/v1
kind: BillingAgreement
metadata: { name: deal }
spec: { organization: acme, discountPercent: 10 }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: cpx31 }
spec:
  family: hetzner-cloud
  resources: { cores: 4, memory: 8192, nvme: 160 }
  price: { monthly: 13.1 }
  regions: [fsn1, nbg1]
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: ax41 }
spec:
  family: hetzner-robot
  resources: { cores: 12, memory: 65536, nvme: 512 }
  price: { monthly: 40, setup: 39 }
  regions: [fsn1]
  tags: { disk: nvme }
`;
const WORKSPACE = `
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec: { organization: acme }
`;
const SERVICES = `
apiVersion: stowage/v1
kind: Service
metadata: { name: web }
spec:
  replicas: 4
  resources: { min: { cores: 2, memory: 4096 } }
  placement: { spreadMax: 1, topologyKey: stowage/region }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: db }
spec:
  replicas: 2
  resources: { min: { cores: 4, memory: 16384, nvme: 100 } }
  placement: { spreadMax: 1, affinity: [{ matchLabels: { disk: nvme } }] }
`;
const BIG = `
apiVersion: stowage/v1
kind: Service
metadata: { name: big }
spec: { resources: { min: { cores: 400 } } }
`;

describe('stowage recommend', () => {
  let fleet: TestFleet;
  beforeEach(() => {
    fleet = testFleet({
      'inventory/shop.yaml': SHOP,
      'inventory/workspace.yaml': WORKSPACE,
      'inventory/services.yaml': SERVICES,
    });
  });
  afterEach(() => fleet.dispose());

  test('says what to buy, what it costs, and how good an answer that is', async () => {
    const { status, stdout, stderr } = await fleet.stowage('recommend');
    expect(stdout).toBe(`To place 6 of the 6 instances that fit nowhere, buy

+ 2 ×  ax41   hetzner fsn1  €72.00/month, €78.00 once  ax41-fsn1-01 … ax41-fsn1-02
+ 2 ×  cpx31  hetzner nbg1               €23.58/month  cpx31-nbg1-01 … cpx31-nbg1-02

Cost: €95.58/month, €78.00 once (spread over 12 months)
Nothing cheaper does it.
`);
    expect(stderr).toBe('Next: stowage recommend --write DIR\n');
    expect(status).toBe(0);
  });

  test('prints what its schema describes, the same every time', async () => {
    const { stdout } = await fleet.stowage('recommend', '-o', 'json');
    expect(departures('recommendation.json', stdout)).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: '1.0',
      cost: { monthly: 95.58, setup: 78, currency: 'EUR' },
      lowerBound: 102.08,
      gap: 0,
      unplaced: [],
    });
    expect((await fleet.stowage('recommend', '-o', 'json')).stdout).toBe(stdout);
  });

  test('writes hosts that are valid, and then has nothing more to buy', async () => {
    const folder = join(fleet.directory, 'inventory/hosts');
    expect((await fleet.stowage('recommend', '--write', folder)).status).toBe(0);
    const [file = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, file), 'utf8').split('\n').slice(0, 9)).toEqual([
      '# yaml-language-server: $schema=../../schemas/host.json',
      'apiVersion: stowage/v1',
      'kind: Host',
      'metadata:',
      '  name: ax41-fsn1-01',
      'spec:',
      '  workspace: prod',
      '  profile: ax41',
      '  region: fsn1',
    ]);
    expect((await fleet.stowage('validate')).status).toBe(0);
    expect((await fleet.stowage('recommend')).stdout).toBe(
      'test: everything fits, counting 4 hosts that are on order, nothing to buy\n',
    );
  });

  test('says what no purchase helps', async () => {
    fleet.write('inventory/services.yaml', BIG);
    const { stdout } = await fleet.stowage('recommend');
    expect(stdout).toMatch(/^test: nothing that can be bought helps the 1 instance that fits nowhere\n/);
    expect(stdout).toContain(
      '! big, 1 instance: no profile that matches its placement rules is large enough',
    );
  });

  test('stays within the limits of the organization', async () => {
    fleet.write('inventory/shop.yaml', SHOP.replace('hosts: 8', 'hosts: 1'));
    const { recommendations, unplaced } = JSON.parse(
      (await fleet.stowage('recommend', '-o', 'json')).stdout,
    ) as {
      recommendations: { quantity: number }[];
      unplaced: { reason: string }[];
    };
    expect(recommendations.map(({ quantity }) => quantity)).toEqual([1]);
    expect(unplaced.length).toBeGreaterThan(0);
  });

  test('asks for a workspace where there is none, and for a name where there are several', async () => {
    fleet.write('inventory/more.yaml', WORKSPACE.replace('prod', 'test'));
    expect((await fleet.stowage('recommend')).stderr).toContain('choose one with --workspace: prod, test');
    expect((await fleet.stowage('recommend', '--workspace', 'test')).status).toBe(0);
    fleet.remove('inventory/more.yaml');
    fleet.remove('inventory/workspace.yaml');
    expect((await fleet.stowage('recommend')).stderr).toContain('error recommend.no-workspace');
  });
});

test('a fleet that fits is told so, Workspace or not', async () => {
  const small = testFleet();
  try {
    const { status, stdout } = await small.stowage('recommend');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'test: everything fits, nothing to buy\n' });
    const { stdout: json } = await small.stowage('recommend', '-o', 'json');
    expect(departures('recommendation.json', json)).toEqual([]);
  } finally {
    small.dispose();
  }
});
