import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSecretSource } from '../../src/secrets/open-secret-source.ts';
import { Revealed } from '../../src/secrets/revealed.ts';
import { keyPair } from '../secrets/secret-folder.ts';
import type { Outcome, TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';

const TOKEN = 'hunter2-and-more';
let fleet: TestFleet;
let env: Record<string, string>;
let own: { readonly identity: string; readonly recipient: string };

beforeEach(async () => {
  fleet = testFleet();
  own = await keyPair();
  env = { STOWAGE_AGE_KEY: own.identity };
});
afterEach(() => fleet.dispose());

const set = (...args: string[]): Promise<Outcome> =>
  fleet.stowageIn({ env, stdin: `${TOKEN}\n` }, 'secret', 'set', ...args);
const textOf = (path: string): string => readFileSync(join(fleet.directory, path), 'utf8');

async function opened(age: string, identity = own.identity): Promise<string> {
  const around = { root: fleet.directory, env: { STOWAGE_AGE_KEY: identity }, revealed: new Revealed() };
  return (await openSecretSource(around).resolve({ age })).reveal();
}

describe('secret set', () => {
  test('encrypts standard input to one’s own key and says how to refer to it', async () => {
    expect(await set('hcloud')).toEqual({
      status: 0,
      stdout:
        'Wrote secrets/hcloud.age, encrypted to 1 recipient (from your own identity)\n' +
        'Refer to it in a manifest: credentials: { age: secrets/hcloud.age }\n',
      stderr: '',
    });
    expect(textOf('secrets/hcloud.age')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(readdirSync(join(fleet.directory, 'secrets'))).toEqual(['hcloud.age']);
    expect(await opened('secrets/hcloud.age')).toBe(TOKEN);
  });

  test('takes what is typed, where somebody is there to type', async () => {
    const outcome = await fleet.stowageIn({ env, answer: 'typed-secret' }, 'secret', 'set', 'hcloud', '-q');
    expect(outcome.stdout).toBe('credentials: { age: secrets/hcloud.age }\n');
    expect(await opened('secrets/hcloud.age')).toBe('typed-secret');
  });

  test('encrypts to those in secrets/recipients.txt, and tells whether one can read it oneself', async () => {
    const [ada, bob] = [await keyPair(), await keyPair()];
    fleet.write('secrets/recipients.txt', `# the team\n${ada.recipient}\n\n${bob.recipient}\n`);
    const { stdout } = await set('hcloud', '-o', 'json');
    expect(departures('sealed.json', stdout)).toEqual([]);
    expect(JSON.parse(stdout)).toEqual({
      formatVersion: '1.0',
      reference: { age: 'secrets/hcloud.age' },
      file: 'secrets/hcloud.age',
      recipients: [ada.recipient, bob.recipient],
      recipientsFrom: 'secrets/recipients.txt',
      replaced: null,
      readable: false,
    });
    for (const { identity } of [ada, bob]) expect(await opened('secrets/hcloud.age', identity)).toBe(TOKEN);
  });

  test('encrypts to those on the command line and nobody else, into the file that is named', async () => {
    const [ada, bob] = [await keyPair(), await keyPair()];
    fleet.write('secrets/recipients.txt', own.recipient);
    fleet.write('team.txt', bob.recipient);
    const flags = [
      '--recipient',
      ada.recipient,
      '--recipients-file',
      'team.txt',
      '--file',
      'keys/deep/x.age',
    ];
    const { stdout } = await set('hcloud', ...flags);
    expect(stdout).toContain('Wrote keys/deep/x.age, encrypted to 2 recipients (from the command line)');
    expect(await opened('keys/deep/x.age', bob.identity)).toBe(TOKEN);
    await expect(opened('keys/deep/x.age')).rejects.toMatchObject({ code: 'secret.wrong-identity' });
  });

  test('says that it replaced a secret, and that others can read the new one', async () => {
    await set('hcloud');
    expect((await set('hcloud')).stdout).toMatch(/^Replaced secrets\/hcloud.age, encrypted to 1 recipient/);
    const [ada, bob] = [await keyPair(), await keyPair()];
    const others = await set('hcloud', '--recipient', ada.recipient, '--recipient', bob.recipient);
    expect(others.stdout).toContain('it was encrypted to 1 recipient before');
    expect(others.stdout).toContain('your identity opened it before, and does not open it now');
    fleet.write('secrets/plain.age', 'no age file\n');
    expect((await set('plain')).stdout).toContain('what was there before was no age file');
  });
});

describe('secret set refuses, without a word of the secret,', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['a secret in place of its name', ['hunter2!'], 'secret.name'],
    ['a file outside the fleet’s folder', ['x', '--file', '../x.age'], 'secret.place'],
    ['a file that does not end in .age', ['x', '--file', 'inventory/x.yaml'], 'secret.place'],
    ['a private key as a recipient', ['x', '--recipient', 'AGE-SECRET-KEY-1hunter2'], 'secret.recipient'],
    ['a list that names nobody', ['x', '--recipients-file', 'stowage.yaml'], 'secret.recipient'],
    ['a list that is not there', ['x', '--recipients-file', 'nowhere'], 'secret.recipients'],
  ])('%s', async (_what, args, code) => {
    const { status, stdout, stderr } = await set(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^error ${code}: .*\n {2}help: .*\n$`));
    expect(stderr).not.toContain('hunter2');
    expect(existsSync(join(fleet.directory, 'secrets'))).toBe(false);
  });

  test.each(['\n', 'hunter2\n'])('what is too short to be one: %j', async (stdin) => {
    const { stderr } = await fleet.stowageIn({ env, stdin }, 'secret', 'set', 'hcloud');
    expect(stderr).toMatch(/^error secret.short: .* is no secret to store\n/);
    expect(stderr).not.toContain('hunter2');
  });

  test('a name that holds it', async () => {
    expect((await set(`x-${TOKEN}`)).stderr).toMatch(/^error secret.name: the secret itself/);
  });

  test('where nobody could read it', async () => {
    const { stderr } = await fleet.stowageIn({ stdin: TOKEN }, 'secret', 'set', 'hcloud');
    expect(stderr).toMatch(/^error secret.no-recipient: .*\n {2}help: .*--recipient age1/);
  });
});
