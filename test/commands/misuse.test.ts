import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

let fleet: TestFleet;
beforeAll(() => void (fleet = testFleet()));
afterAll(() => fleet.dispose());

describe('a mistyped command line', () => {
  test.each([
    [['plann'], "error: unknown command 'plann'\n(Did you mean plan?)\n"],
    [['aply'], "error: unknown command 'aply'\n(Did you mean apply?)\n"],
    [['frobnicate'], "error: unknown command 'frobnicate'\n"],
    [['plan', '--ful'], "error: unknown option '--ful'\n(Did you mean --full?)\n"],
    [['apply', '--frobnicate'], "error: unknown option '--frobnicate'\n"],
    [['plan', '-o', 'yaml'], "argument 'yaml' is invalid. Allowed choices are text, json, markdown.\n"],
    [
      ['validate', '-o', 'markdown'],
      "argument 'markdown' is invalid. Allowed choices are text, json, github, sarif, junit, gitlab.\n",
    ],
    [['apply', '-o', 'markdown'], "argument 'markdown' is invalid. Allowed choices are text, json.\n"],
    [
      ['plan', '--color', 'sometimes'],
      "argument 'sometimes' is invalid. Allowed choices are auto, always, never.\n",
    ],
    [['plan', '-o'], "error: option '-o, --output <format>' argument missing\n"],
    [['plan', 'extra'], "error: too many arguments for 'plan'. Expected 0 arguments but got 1.\n"],
  ])('%j exits with 1 and says what was meant', async (args, said) => {
    const { status, stdout, stderr } = await fleet.stowage(...args);
    expect(stderr).toContain(said);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test('of nothing but the program shows the help, and is no success', async () => {
    const { status, stdout, stderr } = await fleet.stowage();
    expect(`${stdout}${stderr}`).toContain('Usage: stowage [options] [command]');
    expect(status).toBe(1);
  });
});

describe('what was asked for', () => {
  test.each([[['--help']], [['help']], [['plan', '--help']], [['journal', 'add', '--help']]])(
    '%j is help on standard output',
    async (args) => {
      const { status, stdout, stderr } = await fleet.stowage(...args);
      expect(stdout).toMatch(/^Usage: stowage/);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );

  test('the version is the version', async () => {
    expect(await fleet.stowage('--version')).toEqual({ status: 0, stdout: '0.0.0-test\n', stderr: '' });
  });
});

describe('schema', () => {
  const printed = async (...args: string[]) => {
    const { status, stdout } = await fleet.stowage('schema', ...args);
    expect(status).toBe(0);
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  test.each([
    ['Compute', 'Compute'],
    ['compute', 'Compute'],
    ['DNSZone', 'DNSZone'],
    ['dns-zone', 'DNSZone'],
    ['dnszone', 'DNSZone'],
    ['component-assignment', 'ComponentAssignment'],
    ['IPPool', 'IPPool'],
    ['Project', 'Project'],
    ['output/plan', 'Plan'],
    ['output/apply-event', 'ApplyEvent'],
  ])('%s prints the schema of %s', async (asked, title) => {
    expect((await printed(asked))['title']).toBe(title);
  });

  test('without a kind prints one for files that mix kinds', async () => {
    expect(JSON.stringify(await printed())).toContain('PortAssignment');
  });

  test.each([
    ['Computee', 'error schema.unknown: there is no schema for Computee\n  help: did you mean Compute?\n'],
    [
      'output/plans',
      'error schema.unknown: there is no schema for output/plans\n  help: did you mean output/plan?\n',
    ],
    ['weather', 'error schema.unknown: there is no schema for weather\n  help: known: Assignment, '],
    ['../package', 'error schema.unknown: there is no schema for ../package\n'],
  ])('%s is no schema, and the nearest is named', async (asked, said) => {
    const { status, stdout, stderr } = await fleet.stowage('schema', asked);
    expect(stderr).toContain(said);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});

describe('a folder inside a fleet', () => {
  test.each([['validate'], ['plan'], ['apply']])(
    'is not taken for a fleet of its own by %s',
    async (command) => {
      fleet.write('inventory/more/compute.yaml', '');
      const { status, stderr } = await fleet.stowageIn({ cwd: 'inventory/more' }, command);
      expect(stderr).toContain(
        'error workspace.inside: this folder is part of the fleet at ../.., and has no stowage.yaml of its own\n',
      );
      expect(stderr).toContain('run it with -C ../..;');
      expect(status).toBe(1);
    },
  );
});
