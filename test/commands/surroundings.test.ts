import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const SERVICE =
  'apiVersion: stowage/v1\nkind: Service\nmetadata: { name: web }\nspec: { resources: { min: {} } }\n';
const COMMANDS = [['plan'], ['apply', '--yes'], ['journal', 'list'], ['journal', 'add', 'x']];

let fleet: TestFleet;
beforeEach(() => void (fleet = testFleet({ 'inventory/web.yaml': SERVICE })));
afterEach(() => fleet.dispose());

/** A fault of the environment: one line, one hint, no stack, not a fault of the tool. */
function expectPlain({ status, stderr }: { status: number; stderr: string }, code: string): void {
  const lines = stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('warning '));
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^error ${code.replace('.', '\\.')}: .{10,}`)),
    expect.stringMatching(/^ {2}help: .{10,}/),
  ]);
  expect(stderr).not.toMatch(/internal|^\s+at /m);
  expect(status).toBe(1);
}

describe('where there is no git repository', () => {
  beforeEach(() => rmSync(join(fleet.directory, '.git'), { recursive: true }));

  test.each(COMMANDS)('%s %s says so, and what to do', async (...args) => {
    const outcome = await fleet.stowage(...args);
    expectPlain(outcome, 'state.git');
    expect(outcome.stderr).toContain('not a git repository');
    expect(outcome.stderr).toContain('git init');
  });

  test('validate needs none', async () => {
    expect((await fleet.stowage('validate')).status).toBe(0);
  });
});

describe('where there is no fleet', () => {
  test.each([...COMMANDS, ['validate']])('%s in a folder that does not exist says so', async (...args) => {
    const outcome = await fleet.stowage(...args.filter(Boolean), '-C', 'nowhere');
    expectPlain(outcome, 'workspace.missing');
    expect(outcome.stderr).toContain('nowhere');
  });

  test('a file is no folder', async () => {
    expectPlain(await fleet.stowage('plan', '-C', 'stowage.yaml'), 'workspace.missing');
  });

  test.each([['plan'], ['apply', '--yes'], ['validate']])(
    '%s without the inventory’s folder says so',
    async (...args) => {
      fleet.remove('inventory');
      const outcome = await fleet.stowage(...args);
      expectPlain(outcome, 'inventory.missing');
      expect(outcome.stderr).toContain('there is no inventory in ');
      expect(outcome.stderr).toContain('spec.inventory');
    },
  );

  test('an empty inventory is valid, and nothing to do', async () => {
    fleet.remove('inventory/web.yaml');
    expect((await fleet.stowage('validate')).stdout).toBe('valid: 0 resources in 0 files\n');
    expect((await fleet.stowage('plan')).stdout).toBe('test: nothing to do, 0 resources as recorded\n');
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
    expect(fleet.git('for-each-ref')).toBe('');
  });

  test('a repository without a commit is enough', async () => {
    fleet.remove('inventory/web.yaml');
    fleet.write('inventory/a.yaml', SERVICE.replace('resources', 'state: inactive, resources'));
    expect((await fleet.stowage('apply', '--yes')).status).toBe(0);
    expect(fleet.git('rev-parse', '--verify', '--quiet', 'refs/heads/stowage/state')).not.toBe('');
  });
});

describe('where the settings are broken', () => {
  const broken =
    'apiVersion: stowage/v1\nkind: Project\nmetadata: { name: test }\nspec: { currency: euros, inventory: [fleet] }\n';

  test.each([['plan'], ['apply', '--yes'], ['validate']])(
    '%s shows where, before it looks at anything else',
    async (...args) => {
      fleet.write('stowage.yaml', broken);
      fleet.remove('inventory');
      const { status, stdout, stderr } = await fleet.stowage(...args);
      expect(`${stdout}${stderr}`).toMatch(/^stowage\.yaml:4:\d+ error schema\.\S+ /);
      expect(`${stdout}${stderr}`).not.toContain('inventory.missing');
      expect(status).toBe(3);
      expect(fleet.git('for-each-ref')).toBe('');
    },
  );

  test.each([['list'], ['add', 'x']])('journal %s does not guess at the branch', async (...args) => {
    fleet.write('stowage.yaml', broken);
    const { status, stdout, stderr } = await fleet.stowage('journal', ...args);
    expect(stderr).toMatch(/^error project\.invalid: stowage\.yaml:4: .+\n {2}help: .*`stowage validate`\n$/);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(fleet.git('for-each-ref')).toBe('');
  });

  test.each([
    ['no YAML', 'kind: ['],
    ['another kind', SERVICE],
    ['two of them', `${broken.replace('euros', 'EUR')}---\n${broken.replace('euros', 'EUR')}`],
    ['nothing', ''],
  ])('with %s, nothing is planned by settings nobody wrote', async (_what, text) => {
    fleet.write('stowage.yaml', text);
    const { status, stderr } = await fleet.stowage('plan');
    if (text === '') {
      // An empty file says nothing, as if it were not there.
      expect(status).not.toBe(3);
      return;
    }
    expect(stderr).toContain('stowage.yaml:');
    expect(status).toBe(3);
  });
});

describe('colours', () => {
  const escapes = async (surroundings: Parameters<TestFleet['stowageIn']>[0], ...flags: string[]) => {
    const { stdout } = await fleet.stowageIn(surroundings, 'validate', ...flags);
    return stdout.includes('\u001b[');
  };

  test.each([
    ['a terminal', { terminal: true }, [], true],
    ['no terminal', {}, [], false],
    ['NO_COLOR on a terminal', { terminal: true, env: { NO_COLOR: '1' } }, [], false],
    ['an empty NO_COLOR, which is none', { terminal: true, env: { NO_COLOR: '' } }, [], true],
    ['FORCE_COLOR without a terminal', { env: { FORCE_COLOR: '1' } }, [], true],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, [], false],
    ['both, of which NO_COLOR wins', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, [], false],
    ['a dumb terminal', { terminal: true, env: { TERM: 'dumb' } }, [], false],
    ['--color always against NO_COLOR', { env: { NO_COLOR: '1' } }, ['--color', 'always'], true],
    [
      '--color never against FORCE_COLOR',
      { terminal: true, env: { FORCE_COLOR: '1' } },
      ['--color', 'never'],
      false,
    ],
  ] as const)('with %s', async (_what, surroundings, flags, coloured) => {
    expect(await escapes(surroundings, ...flags)).toBe(coloured);
  });

  test('are never in JSON', async () => {
    expect(await escapes({ terminal: true, env: { FORCE_COLOR: '1' } }, '-o', 'json')).toBe(false);
  });
});
