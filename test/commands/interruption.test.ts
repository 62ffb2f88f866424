import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { randomFrom } from '../../src/packing/random.ts';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';

/** `script` of util-linux runs a command in a terminal of its own. */
const SCRIPT = 'script';
const HAS_SCRIPT = spawnSync(SCRIPT, ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
const inTerminal = HAS_SCRIPT ? test : test.skip;

const ENV = { PATH: process.env['PATH'], HOME: tmpdir(), TERM: 'xterm-256color', GIT_CONFIG_NOSYSTEM: '1' };
const CTRL_C = '\u0003';
const numbers = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth);

/** Far more than can be searched through while a test waits. */
function large(): string {
  const random = randomFrom(7);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low));
  const shapes = numbers(12).map((nth) => ({
    cores: 8 + 3 * nth,
    gb: 32 + 13 * ((nth * 5) % 12),
    price: 30 + 7 * nth,
  }));
  const written = [
    'kind: Organization, metadata: { name: acme }, spec: {}',
    'kind: Workspace, metadata: { name: prod }, spec: { organization: acme }',
    ...shapes.flatMap(({ cores, gb, price }, nth) => {
      const computes = numbers(12).map((at) => `c${nth}-${at}`);
      return [
        `kind: ComputeProfile, metadata: { name: p${nth} }, spec: { family: hetzner-cloud, resources: { cores: ${cores}, memory: ${gb * 1024} }, price: { monthly: ${price} }, regions: [fsn1] }`,
        `kind: Component, metadata: { name: cpu${nth} }, spec: { type: cpu, manufacturer: acme, model: cpu${nth}, specs: { cores: ${cores} } }`,
        `kind: Component, metadata: { name: ram${nth} }, spec: { type: ram, manufacturer: acme, model: ram${nth}, specs: { capacity_gb: ${gb} } }`,
        `kind: ComponentAssignment, metadata: { name: cpus${nth} }, spec: { component: cpu${nth}, computes: [${computes.join()}] }`,
        `kind: ComponentAssignment, metadata: { name: rams${nth} }, spec: { component: ram${nth}, computes: [${computes.join()}] }`,
        ...computes.map(
          (name) =>
            `kind: Compute, metadata: { name: ${name} }, spec: { type: vm, provider: acme, region: fsn1, tags: { here: 'yes' }, billing: { monthlyCost: ${price} } }`,
        ),
      ];
    }),
    ...numbers(160).map((nth) => {
      // Half of them fit nowhere, so that hosts have to be bought.
      const rules = nth % 2 === 0 ? "antiAffinity: [{ matchLabels: { here: 'yes' } }]" : 'spreadMax: 2';
      return `kind: Service, metadata: { name: s${nth} }, spec: { replicas: ${between(1, 5)}, resources: { min: { cores: ${between(1, 9)}, memory: ${1024 * between(1, 40)} } }, placement: { ${rules} } }`;
    }),
  ];
  return written.map((rest) => `{ apiVersion: stowage/v1, ${rest} }\n`).join('---\n');
}

let fleet: TestFleet;
let copy = '';

beforeAll(() => {
  fleet = testFleet({ 'inventory/fleet.yaml': large() });
  // A copy, so that whoever builds meanwhile does not pull it away.
  copy = mkdtempSync(join(tmpdir(), 'stowage-built-'));
  for (const folder of ['dist', 'schemas']) cpSync(resolve(folder), join(copy, folder), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  fleet.dispose();
  rmSync(copy, { recursive: true, force: true });
});

const program = (...args: string[]): string[] => [join(copy, 'dist/main.js'), ...args, '-C', fleet.directory];

/** Runs a command in a terminal and presses Ctrl-C as soon as it says that it searches. */
function interrupted(...args: string[]): Promise<{ status: number | null; shown: string }> {
  return new Promise((done) => {
    const command = `stty rows 24 cols 120; exec node ${program(...args).join(' ')}`;
    const child = spawn(SCRIPT, ['-qec', command, '/dev/null'], { env: ENV });
    let shown = '';
    let pressed = false;
    child.stdout.on('data', (data: Buffer) => {
      shown += data.toString();
      if (pressed || !shown.includes('Ctrl-C keeps this')) return;
      pressed = true;
      child.stdin.write(CTRL_C);
    });
    child.on('close', (status) => done({ status, shown }));
  });
}

describe('the built program, in the middle of a long search', () => {
  inTerminal.each([
    ['recommend', ['recommend'], 'more time may find cheaper hosts'],
    ['simulate', ['simulate', '--objective', 'cheapest'], 'more time may find more to give back'],
  ])('%s shows how far it is, and ends at Ctrl-C with the best so far', async (_what, args, said) => {
    const { status, shown } = await interrupted(...args, '--time-limit', '600');
    expect(shown).toMatch(/searching: €\d+\.\d\d\/month, .*\d+ s; Ctrl-C keeps this/);
    expect(shown).toContain(`The search was cut short: ${said}.`);
    // The line is taken away before the answer is shown.
    expect(shown.slice(shown.lastIndexOf('Ctrl-C keeps this'))).toContain('\r\u001b[2K');
    expect(status).toBe(0);
  });

  test.each([
    ['recommendation.json', ['recommend']],
    ['simulation.json', ['simulate', '--objective', 'cheapest']],
  ])('a time limit ends it too, and %s says so', (schema, args) => {
    const ran = spawnSync('node', program(...args, '--time-limit', '0.5', '-o', 'json'), {
      env: ENV,
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(departures(schema, ran.stdout)).toEqual([]);
    expect(ran.stdout).toContain('"stopped": true');
  });
});
