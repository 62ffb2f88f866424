import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

/** `script` of util-linux runs a command in a terminal of its own. */
const SCRIPT = 'script';
const HAS_SCRIPT = spawnSync(SCRIPT, ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
const inTerminal = HAS_SCRIPT ? test : test.skip;

const SERVICES = Array.from(
  { length: 30 },
  (_, index) =>
    `{ apiVersion: stowage/v1, kind: Service, metadata: { name: s${index} }, spec: { state: inactive, resources: { min: {} } } }\n`,
).join('---\n');
const ENV = {
  PATH: process.env['PATH'],
  HOME: tmpdir(),
  TERM: 'xterm-256color',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

let fleet: TestFleet;
let program = '';

beforeAll(() => {
  fleet = testFleet({ 'inventory/services.yaml': SERVICES });
  fleet.git('config', 'user.name', 'Ada');
  fleet.git('config', 'user.email', 'ada@example.org');
  // A copy, so that whoever builds meanwhile does not pull it away.
  const copy = mkdtempSync(join(tmpdir(), 'stowage-built-'));
  cpSync(resolve('dist'), join(copy, 'dist'), { recursive: true });
  program = join(copy, 'dist', 'main.js');
});
afterAll(() => {
  fleet.dispose();
  rmSync(join(program, '..', '..'), { recursive: true, force: true });
});

const typed = (size: string): string =>
  execFileSync(
    SCRIPT,
    ['-qec', `stty ${size}; node ${program} apply --yes -C ${fleet.directory}`, '/dev/null'],
    {
      env: ENV,
      encoding: 'utf8',
      input: '',
    },
  );

describe('the built program', () => {
  inTerminal('in a terminal shows its progress, and ends with what was applied', () => {
    const shown = typed('rows 24 cols 80');
    expect(shown).toContain('\u001b[');
    expect(shown).toMatch(/Applied\S* 30 steps: 30 journal entries, state [0-9a-f]{7} \(serial 1\)\r?\n/);
    expect(shown).not.toContain('\u001b[3J');
  });

  inTerminal('in a terminal without a size does not clear what was there', () => {
    fleet.write('inventory/services.yaml', SERVICES.replaceAll('min: {}', 'min: { cores: 1 }'));
    const shown = typed('rows 0 cols 0');
    expect(shown).toContain('30 steps: 30 journal entries');
    expect(shown).not.toContain('\u001b[3J');
  });

  test('without a terminal writes plain lines', () => {
    fleet.write('inventory/services.yaml', SERVICES.replaceAll('min: {}', 'min: { cores: 2 }'));
    const { stdout, stderr, status } = spawnSync('node', [program, 'apply', '--yes', '-C', fleet.directory], {
      env: ENV,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`).not.toContain('\u001b');
    expect(stderr).toMatch(
      /^Recording 30 journal entries\nApplied 30 steps: 30 journal entries, state [0-9a-f]{7} \(serial \d\)\n$/,
    );
    expect(status).toBe(0);
  });
});
