import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text as streamText } from 'node:stream/consumers';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import { validateFleet } from '../src/pipeline/validate-fleet.ts';
import type { Fleet } from './hostile/corpus.ts';
import { corpus, expectedFiles, staticFiles } from './hostile/corpus.ts';
import { CONTROLS, faultsOf } from './hostile/faults-of.ts';
import { generated } from './hostile/generated.ts';
import type { HostileFolder } from './hostile/on-disk.ts';
import { hostileFolder, ON_DISK } from './hostile/on-disk.ts';
import { TODAY } from './support/diagnose.ts';
import { processorTime } from './support/processor-time.ts';

/** However hostile a file is, it is told in this time of a processor. */
const LIMIT_MS = 3_000;
const FLEETS = corpus();
/** The commands run beside the other tests. The big files are said in one form, which is enough. */
const OUTCOMES = Promise.all([validate(hostileFolder(true), 'json'), validate(hostileFolder(false), 'text')]);

describe('a hostile file', () => {
  test('has a row in expected.yaml, and every row a file', () => {
    expect(expectedFiles()).toEqual(staticFiles());
    expect(staticFiles().length).toBeGreaterThan(200);
  });

  test.each(FLEETS.map((fleet) => [fleet.name, fleet] as const))(
    '%s has the errors it was made for',
    (_name, fleet) => {
      const errors = errorsOf(fleet);
      for (const [path, expected] of Object.entries(fleet.expected)) {
        expect(errors.filter(({ file }) => file === path).map(codeAndPlace)).toEqual(expected);
      }
    },
  );

  test('has no error at all where it only looks hostile', () => {
    const harmless = FLEETS.filter(({ name }) => name.startsWith('harmless/'));
    expect(harmless.flatMap((fleet) => errorsOf(fleet))).toEqual([]);
    expect(FLEETS.filter((fleet) => errorsOf(fleet).length === 0)).toEqual(harmless);
  });

  test.each(generated())('of %s is told in time', (_name, make) => {
    const fleet = make();
    const errors = errorsOf(fleet);
    const [expected] = Object.values(fleet.expected);
    expect(errors.slice(0, 1).map(codeAndPlace)).toEqual(expected);
    // Of mistakes inside one file; names are compared among all.
    expect(errors.filter(({ code }) => code !== 'name.duplicate').length).toBeLessThanOrEqual(51);
  });
});

describe('the command line on all hostile files at once', () => {
  let json: Outcome;
  let text: Outcome;

  beforeAll(async () => {
    [json, text] = await OUTCOMES;
  });

  test('says that the fleet is invalid, and nothing else goes wrong', () => {
    for (const { status, stderr } of [json, text]) {
      expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
    }
  });

  test('prints no stack trace and nothing that a terminal obeys', () => {
    for (const { stdout } of [json, text]) {
      expect(stdout).not.toMatch(/\n\s+at /);
      expect(CONTROLS.exec(stdout.replaceAll('\n', ''))).toBeNull();
    }
  });

  test('prints JSON as its schema says', () => {
    const schema = JSON.parse(readFileSync('schemas/output/diagnostics.json', 'utf8')) as object;
    const validateOutput = new Ajv({ strict: false }).compile(schema);
    validateOutput(JSON.parse(json.stdout));
    expect(validateOutput.errors).toBeNull();
  });

  test('names every hostile file, and no harmless one', () => {
    const named = new Set(errorsIn(json).map(({ file }) => file));
    const hostile = [
      ...staticFiles(),
      ...generated().flatMap(([, make]) => make().files.map(({ path }) => path)),
    ];
    const innocent = /^(harmless|together)\//;
    expect(hostile.filter((path) => !innocent.test(path) && !named.has(`inventory/${path}`))).toEqual([]);
    expect([...named].filter((path) => path.startsWith('inventory/harmless/'))).toEqual([]);
    for (const path of named) {
      if (!path.startsWith('inventory/generated/')) expect(text.stdout).toContain(`${path}:`);
    }
  });

  test('says what is wrong with what only a disk can hold', () => {
    const found = errorsIn(json).filter(({ file }) => file.startsWith('inventory/on-disk/'));
    const codes = Object.fromEntries(found.map(({ file, code }) => [file.replace('inventory/', ''), code]));
    expect(codes).toEqual(ON_DISK);
  });

  test('shows no secret, neither in its messages nor in the lines they are about', () => {
    for (const { stdout } of [json, text]) expect(stdout).not.toContain('hunter2');
  });
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in little memory: no file may need more. */
async function validate(folder: HostileFolder, output: 'json' | 'text'): Promise<Outcome> {
  const args = ['dist/main.js', 'validate', '-C', folder.directory, '-o', output, '--color', 'never'];
  const child = spawn(process.execPath, ['--max-old-space-size=384', ...args], { timeout: 240_000 });
  const [stdout, stderr, [status]] = await Promise.all([
    streamText(child.stdout),
    streamText(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  folder.dispose();
  return { status, stdout, stderr };
}

function errorsIn({ stdout }: Outcome): readonly Diagnostic[] {
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** The errors of a fleet that is asked about again. */
const found = new WeakMap<Fleet, readonly Diagnostic[]>();

function errorsOf(fleet: Fleet): readonly Diagnostic[] {
  const errors = found.get(fleet) ?? validated(fleet);
  found.set(fleet, errors);
  return errors;
}

/** Validates a fleet, within the time allowed; what is said must itself be in order. */
function validated({ files }: Fleet): readonly Diagnostic[] {
  const spent = processorTime();
  const { diagnostics } = validateFleet(files, TODAY);
  expect(spent()).toBeLessThan(LIMIT_MS);
  expect(diagnostics.flatMap((diagnostic) => faultsOf(diagnostic, files))).toEqual([]);
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function codeAndPlace({ code, line, column }: Diagnostic): string {
  return `${code} ${line}:${column}`;
}
