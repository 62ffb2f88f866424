import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { openLeakyProvider } from './leaky-provider.ts';
import { keyPair } from './secret-folder.ts';

// Every secret holds the canary, and so does every mistake; at the end nothing else does.
const CANARY = 'c4n4ry';
const secret = (where: string): string => `${CANARY}-${where}-0123456789abcdef`;

const FLEET = [
  `Organization, metadata: { name: acme }, spec: {}`,
  `Workspace, metadata: { name: prod }, spec: { organization: acme }`,
  `ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2 }, price: { monthly: 20 } }`,
  `Compute, metadata: { name: db-01 }, spec: { type: vm, provider: own, region: berlin }`,
  `Service, metadata: { name: web }, spec: { resources: { min: {} } }`,
]
  .map((rest) => `{ apiVersion: stowage/v1, kind: ${rest} }\n`)
  .join('---\n');

const provider = (name: string, credentials: string, field = 'credentials'): string =>
  `apiVersion: stowage/v1\nkind: ComputeProvider\nmetadata:\n  name: ${name}\nspec:\n  family: sandbox\n  ${field}: ${credentials}\n`;
const order = (provider: string): string =>
  `{ apiVersion: stowage/v1, kind: Host, metadata: { name: at-${provider} }, spec: { workspace: prod, profile: small, provider: ${provider} } }\n`;

/** How people write a secret where a reference belongs; \`@\` stands for it. */
const MISTAKES = [
  '@',
  '"@"',
  '"@',
  '\n    @',
  '|\n    @\n',
  '\n  - @',
  '[@]',
  '{ @ }',
  '{ @: @, @: @ }',
  '{ token: @ }',
  '{ env: @ }',
  '{ env: c4n4ryonlyletters }',
  '{ file: @ }',
  '{ age: @ }',
  '{ env: [@] }',
  '{ env: A, @: b }',
  '{ env: A } # was @',
  '*@',
  '&@',
  '!@ x',
  '{{ @ }}',
  '\t@',
  '? @',
  '@: @',
  '{ env: A\n  region: @',
];

let fleet: TestFleet;
let home: string;
let env: Record<string, string>;
const outcomes = new Map<string, Outcome>();

async function stowage(stdin: string, ...args: string[]): Promise<Outcome> {
  const outcome = await fleet.stowageIn({ env, stdin, openProvider: openLeakyProvider }, ...args, '--debug');
  outcomes.set(`${outcomes.size} ${args.join(' ')}`, outcome);
  return outcome;
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'stowage-canary-'));
  execFileSync('git', ['init', '--quiet', '--bare', join(home, 'remote.git')]);
  fleet = testFleet({
    'stowage.yaml': 'apiVersion: stowage/v1\nkind: Project\nmetadata:\n  name: test\nspec: {}\n',
    'inventory/fleet.yaml': FLEET,
  });
  fleet.git('remote', 'add', 'origin', join(home, 'remote.git'));
  writeFileSync(join(home, 'token'), `${secret('file')}\n`, { mode: 0o600 });
  const { identity } = await keyPair();
  env = { HOME: home, STOWAGE_AGE_KEY: identity, LEAKY_TOKEN: secret('env') };
});
afterAll(() => {
  fleet.dispose();
  rmSync(home, { recursive: true, force: true });
});

describe('a canary in every secret', () => {
  test('is used by providers that tell it, while every command is run in every form', async () => {
    expect(await stowage(secret('age'), 'secret', 'set', 'leaky')).toMatchObject({ status: 0 });
    await stowage(secret('age'), 'secret', 'set', 'leaky', '-o', 'json');
    fleet.write(
      'inventory/providers.yaml',
      [
        provider('refuses', '{ env: LEAKY_TOKEN }'),
        provider('breaks', `{ file: ${join(home, 'token')} }`),
        provider('delivers', '{ age: secrets/leaky.age }'),
        ...['refuses', 'breaks', 'delivers'].map(order),
      ].join('---\n'),
    );
    for (const form of ['text', 'json', 'github', 'sarif', 'junit', 'gitlab'])
      await stowage('', 'validate', '-o', form);
    for (const form of ['text', 'json', 'markdown']) {
      // Its providers refuse every order, and say why.
      expect(await stowage('', 'plan', '-o', form, '--out', 'plan.json')).toMatchObject({ status: 4 });
    }
    const applied = await stowage('', 'apply', '--yes', 'plan.json', '-o', 'json');
    expect(applied.stdout).toContain('(secret)');
    expect(applied).toMatchObject({ status: 8, stderr: '' });
    await stowage('', 'apply', '--yes');
    for (const form of ['text', 'json']) {
      expect((await stowage('', 'journal', 'list', '-o', form)).stdout).toContain('(secret)');
      expect((await stowage('', 'resolve', '-o', form)).stdout).toContain('(secret)');
      await stowage('', 'report', '-o', form);
      await stowage('', 'explain', 'Service/web', '-o', form);
    }
    await stowage('', 'report', 'db-01', '-o', 'markdown');
    await stowage('', 'simulate', '--without', 'Compute/db-01');
    await stowage('', 'recommend', '-o', 'json');
    await stowage('', 'lock', 'status');
    await stowage('', 'resolve', '--adopt', 'm-1');
    fleet.write('inventory/providers.yaml', provider('delivers', '{ age: secrets/leaky.age }'));
    await stowage('', 'plan', '-o', 'json', '--out', 'plan.json');
    await stowage('', 'apply', '--yes');
    fleet.git('add', '--all');
    fleet.git('commit', '--quiet', '-m', 'all of it');
  });

  test('is used where it cannot be got at, and that is said', async () => {
    fleet.write(
      'inventory/more.yaml',
      [
        provider('unset', '{ env: NOWHERE }'),
        provider('open', `{ file: ${join(home, 'open')} }`),
        ...['unset', 'open'].map(order),
      ].join('---\n'),
    );
    writeFileSync(join(home, 'open'), secret('open'));
    chmodSync(join(home, 'open'), 0o644);
    const { stderr } = await stowage('', 'apply', '--yes');
    expect(stderr).toContain('the environment variable NOWHERE is not set');
    expect(stderr).toContain(`chmod 600 ${join(home, 'open')}`);
  });

  test('is typed where it does not belong', async () => {
    const typed = secret('typed');
    expect((await stowage(typed, 'secret', 'set', typed)).status).toBe(1);
    expect((await stowage(typed, 'secret', 'set', 'x', '--file', `secrets/${typed}.age`)).status).toBe(1);
    const { stderr } = await stowage(typed, 'secret', 'set', 'x', '--recipients-file', typed);
    expect(stderr).toMatch(/^error secret.recipients: .*\(secret\) .*\n.*\n[^]*\n\s+at /);
    expect((await stowage(typed, 'secret', 'set', 'x', '--recipient', typed)).status).toBe(1);
    expect((await stowage(typed, 'secret', 'set', 'x', typed)).status).toBe(1);
  });

  test('is written into manifests by mistake', async () => {
    for (const [index, mistake] of MISTAKES.entries()) {
      const written = mistake.replaceAll('@', secret('plain'));
      fleet.write(`inventory/mistakes/${index}.yaml`, provider(`m-${index}`, written));
      fleet.write(
        `inventory/mistakes/${index}-misspelt.yaml`,
        provider(`n-${index}`, written, 'credentails'),
      );
    }
    const flow = `{ apiVersion: stowage/v1, kind: ComputeProvider, metadata: { name: flow }, spec: { family: sandbux, credentials: ${secret('plain')} } }`;
    fleet.write('inventory/mistakes/flow.yaml', flow);
    fleet.write(
      'inventory/mistakes/address.yaml',
      provider('a', `https://ada:${secret('plain')}@host/v1`, 'endpoint'),
    );
    // A report in the form of JUnit names every file, so only its status tells.
    expect((await stowage('', 'validate', '-o', 'junit')).status).toBe(3);
    for (const form of ['text', 'json', 'github', 'sarif', 'gitlab']) {
      const { stdout, status } = await stowage('', 'validate', '-o', form);
      expect(status).toBe(3);
      // Each of them is a mistake that is told, but for the remark beside a good reference.
      const told = new Set(stdout.match(/mistakes\/[\w-]+\.yaml/g));
      expect(told.size).toBe(MISTAKES.length * 2 + 2 - 1);
    }
    for (const form of ['text', 'json']) {
      for (const verb of ['plan', 'apply', 'report', 'recommend']) {
        expect((await stowage('', verb, '-o', form)).status).toBe(3);
      }
      await stowage('', 'explain', 'Service/web', '-o', form);
      await stowage('', 'simulate', '--each', 'Compute', '-o', form);
    }
    await stowage('', 'plan', '-o', 'markdown');
  });

  test('is in nothing that was printed', () => {
    expect(outcomes.size).toBeGreaterThan(40);
    for (const [command, { stdout, stderr }] of outcomes) {
      expect([command, tellsIn(stdout), tellsIn(stderr)]).toEqual([command, [], []]);
    }
  });

  test('is in no object of the repository, its state or its remote', () => {
    for (const directory of [fleet.directory, join(home, 'remote.git')]) {
      const objects = execFileSync('git', ['cat-file', '--batch-all-objects', '--batch', '--unordered'], {
        cwd: directory,
        encoding: 'latin1',
        maxBuffer: 1 << 28,
      });
      // What was planted went through there.
      expect(objects).toContain('(secret)');
      expect(tellsIn(objects)).toEqual([]);
    }
  });

  test('is in no file but where it was put', () => {
    const files = [...filesIn(fleet.directory), ...filesIn(home)];
    const telling = files.filter((path) => tellsIn(`${path}\n${readFileSync(path, 'latin1')}`).length > 0);
    const mistakes = join(fleet.directory, 'inventory/mistakes');
    expect(telling.filter((path) => !path.startsWith(mistakes))).toEqual([
      join(home, 'open'),
      join(home, 'token'),
    ]);
  });
});

/** Lines of a text in which the canary is, as it is or as it travels, up to where it begins. */
function tellsIn(text: string): string[] {
  const coded = ['env', 'file', 'age', 'typed', 'plain', 'open']
    .map(secret)
    .flatMap((whole) => [
      Buffer.from(whole).toString('base64').slice(0, 16),
      Buffer.from(whole).toString('hex').slice(0, 16),
    ]);
  return text
    .split('\n')
    .flatMap((line) =>
      [CANARY, ...coded].filter((form) => line.toLowerCase().includes(form.toLowerCase())).map(() => line),
    );
}

function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}
