import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Secret } from '../../src/model/secret.ts';
import { openSecretSafe } from '../../src/secrets/age/open-secret-safe.ts';
import { openSecretSource } from '../../src/secrets/open-secret-source.ts';
import type { SecretFolder } from './secret-folder.ts';
import { secretFolder, withAge } from './secret-folder.ts';

const TOKEN = 'canary-token-of-two-lines\nänd umlauts';
let folder: SecretFolder;
beforeAll(() => void (folder = secretFolder()));
afterAll(() => folder.dispose());

const run = (command: string, args: readonly string[], input = ''): string =>
  execFileSync(command, args, { cwd: folder.root, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });

/** An identity that age-keygen made, where stowage looks for it. */
function keygen(name: string): { readonly file: string; readonly recipient: string } {
  const file = join(folder.home, name);
  run('age-keygen', ['-o', file]);
  return { file, recipient: run('age-keygen', ['-y', file]).trim() };
}

describe('with Debian’s age', () => {
  withAge('what age encrypts, armored or not, is read', async () => {
    const { file, recipient } = keygen('reads');
    run('age', ['-r', recipient, '-o', 'binary.age'], TOKEN);
    run('age', ['-a', '-r', keygen('another').recipient, '-r', recipient, '-o', 'armored.age'], `${TOKEN}\n`);
    const source = openSecretSource(folder.with({ STOWAGE_AGE_KEY_FILE: file }));
    for (const age of ['binary.age', 'armored.age']) {
      expect((await source.resolve({ age })).reveal()).toBe(TOKEN);
    }
  });

  withAge('what is encrypted here age reads, for every recipient', async () => {
    const [one, two] = [keygen('one'), keygen('two')];
    const list = folder.write('recipients', `# who may\n${two.recipient}\n`);
    const sealed = await openSecretSafe(folder).seal({
      secret: new Secret(TOKEN),
      file: 'secrets/hcloud.age',
      recipients: [one.recipient],
      recipientsFile: list,
    });
    expect(sealed.recipients).toEqual([one.recipient, two.recipient]);
    for (const { file } of [one, two])
      expect(run('age', ['-d', '-i', file, 'secrets/hcloud.age'])).toBe(TOKEN);
  });
});
