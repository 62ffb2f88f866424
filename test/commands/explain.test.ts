import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';

const compute = (name: string, region: string, state = 'active'): string =>
  `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: ${name} }, spec: { type: vm, provider: own, region: ${region}, state: ${state} } }\n`;
const service = (name: string, spec: string): string =>
  `{ apiVersion: stowage/v1, kind: Service, metadata: { name: ${name} }, spec: { ${spec} } }\n`;
const COMPUTES = [
  compute('web-01', 'fsn1'),
  compute('web-02', 'fsn1'),
  compute('web-03', 'hel1'),
  compute('web-04', 'hel1', 'maintenance'),
  `{ apiVersion: stowage/v1, kind: Component, metadata: { name: cpu }, spec: { type: cpu, manufacturer: acme, model: one, specs: { cores: 8 } } }\n`,
  `{ apiVersion: stowage/v1, kind: ComponentAssignment, metadata: { name: cpus }, spec: { component: cpu, computes: [web-01, web-02, web-03, web-04] } }\n`,
];
const FLEET = [
  ...COMPUTES,
  service('api', 'replicas: 2, resources: { min: { cores: 5 } }, placement: { spreadMax: 1 }'),
  service('job', 'resources: { min: { cores: 4 } }'),
].join('---\n');

let fleet: TestFleet;
beforeAll(() => void (fleet = testFleet({ 'inventory/fleet.yaml': FLEET })));
afterAll(() => fleet.dispose());

describe('stowage explain', () => {
  test('says where a service is and why, and where one more would go', async () => {
    const { status, stdout } = await fleet.stowage('explain', 'Service/api');
    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "api is here
        #1  web-01  5 cores  best of 3 candidates: 63 % used after
        #2  web-02  5 cores  best of 2 candidates: 63 % used after

      It would be moved by
        maintenance or deletion of its compute
        a min, a buffer or a reservation that leaves too little room

      One more would fit nowhere
        every compute is ruled out, as said below

      Not to
        2 computes: already has 1 of api (spreadMax 1)
        1 compute: cores too short
        1 compute: in maintenance

      Nothing is applied yet: as the next plan would place it.
      "
    `);
  });

  test('names every rejected compute when asked for all', async () => {
    const { stdout } = await fleet.stowage('explain', 'job', '--full');
    expect(stdout).toMatch(/ {2}web-04 +in maintenance/);
  });

  test('says what a compute carries and what it could still take', async () => {
    const { stdout } = await fleet.stowage('explain', 'Compute/web-03');
    expect(stdout).toMatchInlineSnapshot(`
      "web-03 carries
        job #1  4 cores

      50 % used
        cores  4 of 8  50 %  4 available

      Could still take
        1 × job  4 cores

      Nothing is applied yet: as the next plan would place it.
      "
    `);
  });

  test('counts what is granted, and says what of it gives way and what is kept free', async () => {
    const roomy = service(
      'roomy',
      'resources: { min: { cores: 2 }, max: { cores: 6 } }, placement: { buffer: { cores: 1 } }',
    );
    const other = testFleet({ 'inventory/fleet.yaml': [...COMPUTES, roomy].join('---\n') });
    try {
      const { stdout } = await other.stowage('explain', 'Compute/web-01');
      expect(stdout).toMatchInlineSnapshot(`
        "web-01 carries
          roomy #1  5.5 cores

        69 % used
          cores  5.5 of 8  69 %  2.5 available, 1 of it kept free, 3.5 above min
          kept free: what services here ask to leave free as a buffer
          above min: used here, and given way to who comes

        Could still take
          2 × roomy  2 cores

        Nothing is applied yet: as the next plan would place it.
        "
      `);
    } finally {
      other.dispose();
    }
  });

  test.each(['Service/api', 'Compute/web-01'])('explains %s to a program by its schema', async (address) => {
    const { stdout } = await fleet.stowage('explain', address, '-o', 'json');
    expect(departures('explanation.json', stdout)).toEqual([]);
  });

  test('knows the name that was meant', async () => {
    const { status, stderr } = await fleet.stowage('explain', 'Service/apo');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'error explain.address: there is no Service/apo\n  help: did you mean Service/api?\n',
    });
  });
});

test('explain says why a service misses instances, and what would help', async () => {
  const asking = FLEET.replace('replicas: 2', 'replicas: 4').replace('cores: 4', 'cores: 1');
  const crowded = testFleet({ 'inventory/fleet.yaml': asking });
  try {
    const { stdout } = await crowded.stowage('explain', 'api');
    expect(stdout.slice(stdout.indexOf('The next plan'), stdout.indexOf('\n\nOne more')))
      .toMatchInlineSnapshot(`
      "The next plan places only 3 of its 4 instances
        conflict  spreadMax 1 and web-04 in maintenance cannot both hold for 4 instances
                  inventory/fleet.yaml:13  spreadMax 1
                  inventory/fleet.yaml:7  web-04 in maintenance
        ways out  make web-04 active again · 0 moves
                  raise spreadMax from 1 to 2 and lower min cores from 5 to 4 · 0 moves"
    `);
    const json = await crowded.stowage('explain', 'api', '-o', 'json');
    expect(departures('explanation.json', json.stdout)).toEqual([]);
    expect(JSON.parse(json.stdout)).toMatchObject({ infeasibility: { service: 'api', missing: 1 } });
  } finally {
    crowded.dispose();
  }
});

describe('stowage explain, of a check', () => {
  let nowhere: TestFleet;
  beforeAll(() => void (nowhere = testFleet()));
  afterAll(() => nowhere.dispose());

  test('says what it means, and shows it wrong and right', async () => {
    const { status, stdout } = await nowhere.stowage('explain', 'service.min-above-max');
    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "error service.min-above-max

      \`min\` is what an instance needs in order to run, and \`max\` the most it may be granted where there is room. A min above
      the max can be met nowhere. Without a max for a resource, exactly the min is granted.

      Wrong
        apiVersion: stowage/v1
        kind: Service
        metadata: { name: postgres }
        spec:
          resources:
            min: { cores: 8, memory: 32768 }
            max: { cores: 4, memory: 32768 }

      Right
        apiVersion: stowage/v1
        kind: Service
        metadata: { name: postgres }
        spec:
          resources:
            min: { cores: 8, memory: 32768 }
            max: { cores: 16, memory: 32768 }
      "
    `);
  });

  test('says how a warning is allowed', async () => {
    const { stdout } = await nowhere.stowage('explain', 'contract.expires-soon');
    expect(stdout).toMatch(/^warning contract\.expires-soon\n/);
    expect(stdout).toContain('stowage/allow: "contract.expires-soon: the reason"');
  });

  test('says of a code that is no check what it stands for', async () => {
    const { status, stdout } = await nowhere.stowage('explain', 'schema.required');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('`stowage schema KIND` prints the schema') as unknown,
    });
    expect((await nowhere.stowage('explain', 'yaml.tab')).stdout).toContain('is not YAML');
  });

  test.each(['protect.removed', 'raid.count', 'schema.required'])(
    'tells a program of %s by its schema',
    async (id) => {
      const { stdout } = await nowhere.stowage('explain', id, '-o', 'json');
      expect(departures('check.json', stdout)).toEqual([]);
      expect(JSON.parse(stdout)).toMatchObject({ id, severity: 'error' });
    },
  );

  test('knows the id that was meant', async () => {
    const { status, stderr } = await nowhere.stowage('explain', 'raid.coutn');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'error explain.check: there is no check raid.coutn\n  help: did you mean raid.count?\n',
    });
  });

  test('leaves a name with a dot that is near to no check to the fleet', async () => {
    const { stderr } = await nowhere.stowage('explain', 'shop.example.com');
    expect(stderr).toContain('error explain.address: there is no shop.example.com');
  });
});
