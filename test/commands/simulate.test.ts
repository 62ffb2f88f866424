import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';

const compute = (name: string, region: string, cost: number): string =>
  `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: ${name} }, spec: { type: vm, provider: own, region: ${region}, billing: { monthlyCost: ${cost} } } }\n`;
const service = (name: string, spec: string): string =>
  `{ apiVersion: stowage/v1, kind: Service, metadata: { name: ${name} }, spec: { ${spec} } }\n`;
const HARDWARE = [
  `{ apiVersion: stowage/v1, kind: Component, metadata: { name: cpu }, spec: { type: cpu, manufacturer: acme, model: one, specs: { cores: 8 } } }\n`,
  `{ apiVersion: stowage/v1, kind: ComponentAssignment, metadata: { name: cpus }, spec: { component: cpu, computes: [web-01, web-02, web-03] } }\n`,
];
const FLEET = [
  compute('web-01', 'fsn1', 40),
  compute('web-02', 'fsn1', 40),
  compute('web-03', 'hel1', 30.5),
  ...HARDWARE,
  service('api', 'replicas: 3, resources: { min: { cores: 4 } }, placement: { spreadMax: 1 }'),
  service('job', 'resources: { min: { cores: 2 } }'),
].join('---\n');

interface Document {
  readonly moves: readonly unknown[];
  readonly unplaced: readonly unknown[];
  readonly each: readonly { readonly address: string }[] | null;
  readonly baseline: string;
}

let fleet: TestFleet;
beforeAll(() => void (fleet = testFleet({ 'inventory/fleet.yaml': FLEET })));
afterAll(() => fleet.dispose());

describe('stowage simulate', () => {
  test('shows what a lost region means', async () => {
    const { status, stdout, stderr } = await fleet.stowage('simulate', '--without', 'region/fsn1');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Moves
      ! job #1  web-01 → web-03

      No longer fits
      - api #1  was on web-01
      - api #2  was on web-02
            1 compute: already has 1 of api (spreadMax 1)

      Utilisation
        cores  58 %  →  75 %  14 of 24  →  6 of 8

      Nothing is recorded: starting from the plan.
      Without region/fsn1: 1 moves, 2 no longer fit · €110.50 → €30.50/month
      "
    `);
  });

  test('shows what is added, from where the command runs', async () => {
    fleet.write('more/queue.yaml', service('queue', 'resources: { min: { cores: 1 } }'));
    const { status, stdout } = await fleet.stowageIn(
      { cwd: 'more' },
      'simulate',
      '-C',
      '..',
      '--add',
      'queue.yaml',
    );
    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Placed
      + queue #1  on web-02  (best of 3 candidates: 63 % used after)

      Utilisation
        cores  58 %  →  63 %  14 of 24  →  15 of 24

      Nothing is recorded: starting from the plan.
      With Service/queue: 1 placed · €110.50/month
      "
    `);
  });

  test('shows which single loss the fleet does not survive', async () => {
    const { status, stdout } = await fleet.stowage('simulate', '--each', 'Compute');
    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Not survived
      - Compute/web-01   1 move,  1 no longer fits: api
      - Compute/web-02  0 moves,  1 no longer fits: api
      - Compute/web-03  0 moves,  1 no longer fits: api

      Nothing is recorded: starting from the plan.
      Single losses: 0 of 3 are survived, 3 are not
      "
    `);
    const full = await fleet.stowage('simulate', '--each', 'region', '--full');
    expect(full.stdout).toMatchInlineSnapshot(`
      "Each single loss
      - region/fsn1   1 move,  2 no longer fit: 2 × api
      - region/hel1  0 moves,  1 no longer fits: api

      Nothing is recorded: starting from the plan.
      Single losses: 0 of 2 are survived, 2 are not
      "
    `);
  });

  test('exits with 2 where something no longer fits, when asked', async () => {
    const run = async (...args: string[]): Promise<number> =>
      (await fleet.stowage('simulate', '--detailed-exitcode', ...args)).status;
    expect(await run('--without', 'Compute/web-01')).toBe(2);
    expect(await run('--each', 'Compute')).toBe(2);
    expect(await run('--without', 'Service/api')).toBe(0);
    expect(await run('--without', 'Service/api', '--each', 'Compute')).toBe(0);
  });

  test('follows its schema in JSON', async () => {
    for (const args of [
      ['--without', 'Compute/web-01', 'Service/job'],
      ['--without', 'provider/own', '--add', 'more/queue.yaml'],
      ['--each', 'Compute'],
    ]) {
      const { stdout, status } = await fleet.stowage('simulate', '-o', 'json', ...args);
      expect(status).toBe(0);
      expect(departures('simulation.json', stdout)).toEqual([]);
    }
  });

  test('reports what is wrong with what is added as validate does', async () => {
    fleet.write('more/twice.yaml', service('api', 'resources: { min: {} }'));
    const { status, stderr, stdout } = await fleet.stowage('simulate', '--add', 'more/twice.yaml');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('more/twice.yaml:1:');
    expect(stderr).toContain('name.duplicate');
    const json = await fleet.stowage('simulate', '-o', 'json', '--add', 'more/twice.yaml');
    expect(json.status).toBe(3);
    expect(departures('diagnostics.json', json.stdout)).toEqual([]);
  });

  test.each([
    [[], 'simulate.nothing', '--without Compute/NAME, --add FILE, --each Compute, or --objective cheapest'],
    [['--without', 'Compute/web-00'], 'simulate.unknown', 'known: web-01, web-02, web-03'],
    [['--without', 'region/fsn2x'], 'simulate.unknown', 'did you mean region/fsn1?'],
    [['--add', 'nowhere.yaml'], 'simulate.file', 'name a file of manifests'],
  ])('%j is refused', async (args, code, hint) => {
    const { status, stderr } = await fleet.stowage('simulate', ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^error ${code.replace('.', '\\.')}: `));
    expect(stderr).toContain(hint);
  });
});

describe('stowage simulate after an apply', () => {
  test('starts from what is recorded, and a lost address fails no check', async () => {
    const own = testFleet({
      'inventory/fleet.yaml': [
        FLEET,
        `{ apiVersion: stowage/v1, kind: IPAddress, metadata: { name: v4 }, spec: { address: 203.0.113.7, type: public } }\n`,
        `{ apiVersion: stowage/v1, kind: IPAssignment, metadata: { name: v4 }, spec: { compute: web-01, ip: v4 } }\n`,
      ].join('---\n'),
    });
    try {
      await own.stowage('apply', '--yes');
      const { status, stdout } = await own.stowage('simulate', '-o', 'json', '--without', 'Compute/web-01');
      expect(status).toBe(0);
      const document = JSON.parse(stdout) as Document;
      expect(document.baseline).toBe('recorded');
      expect(document.unplaced).toHaveLength(1);
    } finally {
      own.dispose();
    }
  });
});

describe('stowage simulate --objective cheapest', () => {
  const half = (): TestFleet =>
    testFleet({
      'inventory/fleet.yaml': [
        compute('web-01', 'fsn1', 40),
        compute('web-02', 'fsn1', 45),
        compute('web-03', 'hel1', 30.5),
        ...HARDWARE,
        service('api', 'replicas: 3, resources: { min: { cores: 2 } }, placement: { spreadMax: 2 }'),
      ].join('---\n'),
    });

  test('shows what can be given back, what moves for it, and how good an answer that is', async () => {
    const few = half();
    const shown = await few.stowage('simulate', '--objective', 'cheapest');
    const json = await few.stowage('simulate', '--objective', 'cheapest', '-o', 'json');
    few.dispose();
    expect(shown.status).toBe(0);
    expect(`${shown.stdout}${shown.stderr}`).toMatchInlineSnapshot(`
      "Can be given back
      - web-02  €45.00/month  (1 instance)

      Moves
      ! api #3  web-02 → web-03

      Utilisation
        cores  25 %  →  38 %  6 of 24  →  6 of 16

      Nothing is recorded: starting from the plan.
      Without what can be given back: 1 moves · €115.50 → €70.50/month
      Computes in use: €85.00 → €70.50/month · 1 compute to give back
      With pins and spreads as they are, nothing cheaper holds everything.
      Next: set state: maintenance on web-02, and a plan moves their instances
      "
    `);
    expect(departures('simulation.json', json.stdout)).toEqual([]);
    expect(json.stderr).toBe('');
  });

  test.each([
    [['--each', 'Compute'], '--each'],
    [['--time-limit', '0'], 'seconds above 0'],
  ])('with %j is refused', async (args, said) => {
    const { status, stderr } = await fleet.stowage('simulate', '--objective', 'cheapest', ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(said);
  });
});
