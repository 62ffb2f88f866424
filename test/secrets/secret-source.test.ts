import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { armor, Encrypter } from 'age-encryption';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretReference } from '../../src/model/spec/definitions.ts';
import { openSecretSource } from '../../src/secrets/open-secret-source.ts';
import { Revealed } from '../../src/secrets/revealed.ts';
import type { SecretFolder } from './secret-folder.ts';
import { keyPair, secretFolder } from './secret-folder.ts';

const TOKEN = 'canary-token-4711';
let folder: SecretFolder;
let own: { readonly identity: string; readonly recipient: string };

beforeAll(async () => {
  folder = secretFolder();
  own = await keyPair();
  folder.write('secrets/own.age', armor.encode(await encrypted(`${TOKEN}\n`)));
  folder.write('secrets/binary.age', await encrypted(TOKEN));
});
afterAll(() => folder.dispose());

async function encrypted(content: string | Uint8Array, recipient = own.recipient): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return await encrypter.encrypt(content);
}

async function found(reference: SecretReference, env: Record<string, string> = {}): Promise<string> {
  return (await openSecretSource(folder.with(env)).resolve(reference)).reveal();
}

async function refused(reference: object, env: Record<string, string> = {}): Promise<string> {
  try {
    await found(reference, env);
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint: string };
    return `${code}: ${message} | ${hint}`;
  }
  throw new Error('it was found');
}

describe('a secret in the environment', () => {
  test('is found, without the line break at its end', async () => {
    expect(await found({ env: 'TOKEN' }, { TOKEN: `${TOKEN}\n` })).toBe(TOKEN);
  });

  test('is refused by its name where the variable is not set or empty', async () => {
    expect(await refused({ env: 'TOKEN' })).toMatch(
      /^secret.env: the environment variable TOKEN is not set \|/,
    );
    expect(await refused({ env: 'TOKEN' }, { TOKEN: ' ' })).toMatch(/TOKEN is empty/);
  });

  test('is refused where it is too short to be one, without being told', async () => {
    const said = await refused({ env: 'TOKEN' }, { TOKEN: 'xyz' });
    expect(said).toMatch(/^secret.short: .* env: TOKEN has fewer than 8 characters/);
    expect(said).not.toContain('xyz');
  });

  test('is known to the run from then on', async () => {
    const revealed = new Revealed();
    const source = openSecretSource({ ...folder, env: { TOKEN }, revealed });
    expect(revealed.scrub(TOKEN)).toBe(TOKEN);
    await source.resolve({ env: 'TOKEN' });
    expect(revealed.scrub(TOKEN)).toBe('(secret)');
  });
});

describe('a secret in a file', () => {
  test('is found outside the repository: by an absolute path, below home, and beside the fleet', async () => {
    const file = folder.write('../home/token', `${TOKEN}\r\n`);
    for (const path of [file, '~/token', '../home/token']) expect(await found({ file: path })).toBe(TOKEN);
  });

  test('is refused inside the repository, also through a link and from a folder below its root', async () => {
    const inside = folder.write('token', TOKEN);
    symlinkSync(inside, join(folder.home, 'link'));
    for (const file of [inside, '~/link']) {
      expect(await refused({ file })).toMatch(/^secret.inside: .* lies inside the repository/);
    }
    mkdirSync(join(folder.root, 'below'));
    const source = openSecretSource({ ...folder, root: join(folder.root, 'below') });
    await expect(source.resolve({ file: '../token' })).rejects.toMatchObject({ code: 'secret.inside' });
  });

  test.each([0o640, 0o604, 0o644])('is refused where others may read it (%o), as ssh does', async (mode) => {
    const file = folder.write('../home/open', TOKEN);
    chmodSync(file, mode);
    expect(await refused({ file })).toBe(
      `secret.open: ${file} may be read by others (mode ${mode.toString(8)}) | close it: chmod 600 ${file}`,
    );
  });

  test('is refused where there is none, or what is there is no file or no text', async () => {
    expect(await refused({ file: '/nowhere/token' })).toMatch(
      /^secret.file: \/nowhere\/token does not exist/,
    );
    expect(await refused({ file: '~/' + '../home' })).toMatch(/is no regular file/);
    folder.write('../home/bytes', Uint8Array.of(0xff, 0xfe, 0x41, 0x42, 0x43));
    expect(await refused({ file: '~/bytes' })).toMatch(/^secret.binary: /);
  });
});

describe('a secret in an age file', () => {
  test('is found, armored and binary, with an identity in a variable', async () => {
    const env = { STOWAGE_AGE_KEY: own.identity };
    expect(await found({ age: 'secrets/own.age' }, env)).toBe(TOKEN);
    expect(await found({ age: 'secrets/binary.age' }, env)).toBe(TOKEN);
  });

  test('is found with an identity in a file that a variable names', async () => {
    const other = await keyPair();
    const keys = `# created: today\n${other.identity}\n\n${own.identity}\n`;
    const file = folder.write('../home/keys', keys);
    expect(await found({ age: 'secrets/own.age' }, { STOWAGE_AGE_KEY_FILE: file })).toBe(TOKEN);
  });

  test.each(['.config/stowage/age.txt', '.config/age/keys.txt'])(
    'is found with the identity in ~/%s',
    async (path) => {
      const at = secretFolder();
      at.write('secrets/own.age', await encrypted(TOKEN));
      at.write(`../home/${path}`, own.identity);
      expect((await openSecretSource(at).resolve({ age: 'secrets/own.age' })).reveal()).toBe(TOKEN);
      at.dispose();
    },
  );

  test('is refused without an identity, and with a wrong one', async () => {
    expect(await refused({ age: 'secrets/own.age' })).toMatch(
      /^secret.no-identity: .* open secrets\/own.age with \| set STOWAGE_AGE_KEY/,
    );
    const { identity } = await keyPair();
    const said = await refused({ age: 'secrets/own.age' }, { STOWAGE_AGE_KEY: identity });
    expect(said).toMatch(/^secret.wrong-identity: .* encrypted to 1 recipient, and no identity here/);
    expect(said).not.toContain(identity);
  });

  test('is refused with what is no identity, without a word of it', async () => {
    const said = await refused({ age: 'secrets/own.age' }, { STOWAGE_AGE_KEY: 'hunter2-is-no-key' });
    expect(said).toMatch(/^secret.identity: line 1 of STOWAGE_AGE_KEY is no age identity/);
    expect(said).not.toContain('hunter2');
  });

  test('is refused where the file of identities may be read by others or lies in the repository', async () => {
    const open = folder.write('../home/open-keys', own.identity);
    chmodSync(open, 0o644);
    expect(await refused({ age: 'secrets/own.age' }, { STOWAGE_AGE_KEY_FILE: open })).toMatch(
      /^secret.open: /,
    );
    const inside = folder.write('keys.txt', own.identity);
    expect(await refused({ age: 'secrets/own.age' }, { STOWAGE_AGE_KEY_FILE: inside })).toMatch(
      /^secret.inside: /,
    );
  });

  test('is refused where the file is missing, none, damaged or elsewhere', async () => {
    const env = { STOWAGE_AGE_KEY: own.identity };
    folder.write('secrets/plain.age', TOKEN);
    folder.write('secrets/cut.age', (await encrypted(TOKEN)).slice(0, -3));
    folder.write('secrets/torn.age', armor.encode(await encrypted(TOKEN)).slice(0, 90));
    symlinkSync(
      folder.write('../home/away.age', await encrypted(TOKEN)),
      join(folder.root, 'secrets/link.age'),
    );
    const said = async (name: string): Promise<string> => await refused({ age: `secrets/${name}.age` }, env);
    expect(await said('none')).toMatch(
      /^secret.age: secrets\/none.age does not exist \| make it: stowage secret set/,
    );
    expect(await said('plain')).toMatch(/^secret.not-age: secrets\/plain.age is not an age file/);
    expect(await said('plain')).not.toContain(TOKEN);
    expect(await said('cut')).toMatch(/^secret.damaged: /);
    expect(await said('torn')).toMatch(/^secret.damaged: /);
    expect(await said('link')).toMatch(/^secret.age: .* leads out of the fleet's folder/);
    expect(await refused({ age: '../home/away.age' }, env)).toMatch(/leads out of/);
  });
});

test('what is no reference is refused without a word of it', async () => {
  for (const wrong of ['hunter2', { env: 'hunter2' }, { token: 'hunter2' }, { env: 'A', age: 'b.age' }, {}]) {
    const said = await refused(wrong as object);
    expect(said).toMatch(/^secret.reference: /);
    expect(said).not.toContain('hunter2');
  }
});
