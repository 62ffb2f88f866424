import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Plan } from '../../src/model/plan.ts';
import type { Emulated } from '../providers/hetzner-cloud/emulated.ts';
import { emulatedInTests, TOKEN } from '../providers/hetzner-cloud/emulated.ts';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';

const emulated = emulatedInTests();

const BASE = [
  'Organization, metadata: { name: acme }, spec: {}',
  'Workspace, metadata: { name: prod }, spec: { organization: acme }',
  'ComputeProvider, metadata: { name: cloud }, spec: { family: hetzner-cloud, endpoint: ENDPOINT, credentials: { env: TOKEN } }',
];
const profile = (resources: string, type = 'cpx31', monthly = 13.1): string =>
  `ComputeProfile, metadata: { name: small }, spec: { family: hetzner-cloud, resources: { ${resources} }, price: { monthly: ${monthly} }, parameters: { server_type: ${type} } }`;
const hosts = (count: number, more = ''): string[] =>
  Array.from(
    { length: count },
    (_, nth) =>
      `Host, metadata: { name: h-${nth + 1} }, spec: { workspace: prod, profile: small, region: fsn1${more} }`,
  );

let fleet: TestFleet;
let endpoint: string;
let vendor: Emulated['emulator']['vendor'];
beforeEach(async () => {
  const { emulator } = await emulated();
  endpoint = emulator.url;
  vendor = emulator.vendor;
  fleet = testFleet();
});
afterEach(() => fleet.dispose());

async function plan(documents: readonly string[], ...args: string[]) {
  const text = [...BASE, ...documents]
    .map((rest) => `{ apiVersion: stowage/v1, kind: ${rest} }\n`)
    .join('---\n');
  fleet.write('inventory/all.yaml', text.replace('ENDPOINT', `"${endpoint}"`));
  return await fleet.stowageIn({ env: { TOKEN } }, 'plan', ...args);
}
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('a plan that orders', () => {
  test('is refused where a profile says more than its type has, once for each resource, with both ends', async () => {
    const { status, stderr } = await plan([profile('cores: 8, memory: 16384, nvme: 160'), ...hosts(3)]);
    expect(status).toBe(4);
    expect(stderr).toMatch(
      /all\.yaml:7:\d+ error profile\.exceeds-type h-1 would have 4 cores, and its profile says 8\n/,
    );
    expect(stderr).toMatch(
      /all\.yaml:7:\d+ error profile\.exceeds-type h-1 would have 8 GB of memory, and its profile says 16 GB\n/,
    );
    expect(stderr).toContain('help: write at most memory: 8192\n');
    expect(stderr).toContain('all.yaml:9:');
    expect(times(stderr, 'error profile.exceeds-type')).toBe(2);
  });

  test('is not where it says less, to keep a reserve', async () => {
    const { status, stderr } = await plan([profile('cores: 3, memory: 7168, nvme: 100'), ...hosts(1)]);
    expect({ status, told: times(stderr, 'profile.') }).toEqual({ status: 0, told: 0 });
  });

  test('says once that a type and an image are on their way out, however many hosts have them', async () => {
    const documents = [profile('cores: 3', 'cpx21', 7.55), ...hosts(3, ', image: debian-11')];
    const { status, stderr } = await plan(documents);
    expect(status).toBe(0);
    expect(times(stderr, 'warning profile.withdrawn')).toBe(2);
    expect(stderr).toContain(
      'profile.withdrawn the server type cpx21 in fsn1 can be ordered until 2099-12-31 only\n',
    );
    expect(stderr).toContain('profile.withdrawn the image debian-11 is to be withdrawn by the provider\n');
  });

  test('has it in its quotes, by its schema', async () => {
    const { stdout } = await plan([profile('cores: 3', 'cpx21', 7.55), ...hosts(1)], '-o', 'json');
    expect(departures('plan.json', stdout)).toEqual([]);
    expect((JSON.parse(stdout) as Plan).quotes).toMatchObject([
      { resources: { cores: 3, memory: 4096, nvme: 80 }, withdrawals: [{ until: '2099-12-31' }] },
    ]);
  });

  test('says once what is wrong with a profile, and names the hosts', async () => {
    const { status, stderr } = await plan([profile('cores: 4', 'cpx99'), ...hosts(8)]);
    expect(status).toBe(4);
    expect(times(stderr, 'error profile.invalid')).toBe(1);
    expect(stderr).toContain(
      'profile.invalid Hetzner Cloud has no server type cpx99 (for h-1, h-2, h-3, h-4, h-5 and 3 more)\n',
    );
  });

  test('says of each host whose name is taken', async () => {
    const { servers } = vendor;
    for (const name of ['h-1', 'h-2'])
      servers.create({ name, server_type: 'cx22', image: 'debian-13', location: 'fsn1' });
    const { status, stdout, stderr } = await plan([profile('cores: 4'), ...hosts(3)]);
    expect(status).toBe(4);
    expect(times(stderr, 'error provider.refused conflict: server')).toBe(2);
    expect(stderr).toContain('help: rename the host, adopt that server, or delete it\n');
    expect(times(stdout, '(refused)')).toBe(2);
  });
});
