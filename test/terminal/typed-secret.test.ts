import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSecretSource } from '../../src/secrets/open-secret-source.ts';
import { Revealed } from '../../src/secrets/revealed.ts';
import { keyPair } from '../secrets/secret-folder.ts';

/** `script` of util-linux runs a command in a terminal of its own. */
const SCRIPT = 'script';
const HAS_SCRIPT = spawnSync(SCRIPT, ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
const inTerminal = HAS_SCRIPT ? test : test.skip;

let folder: string;
let own: { readonly identity: string };
beforeAll(async () => {
  // A copy, so that whoever builds meanwhile does not pull it away.
  folder = mkdtempSync(join(tmpdir(), 'stowage-typed-'));
  cpSync(resolve('dist'), join(folder, 'dist'), { recursive: true });
  own = await keyPair();
});
afterEach(() => rmSync(join(folder, 'secrets'), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Types keys once the program asks; returns what the terminal showed and how the program ended. */
async function type(keys: string): Promise<{ readonly shown: string; readonly code: number | null }> {
  const env = { PATH: process.env['PATH'], HOME: folder, TERM: 'xterm', STOWAGE_AGE_KEY: own.identity };
  const command = `node ${join(folder, 'dist/main.js')} secret set hcloud -C ${folder}`;
  const child = spawn(SCRIPT, ['-qec', command, '/dev/null'], { env });
  let shown = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const asked = shown.includes('not shown');
    shown += chunk.toString();
    if (!asked && shown.includes('not shown')) child.stdin.write(keys);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { shown, code };
}

describe('a secret that is typed', () => {
  inTerminal('is not shown, and goes no further than its file', async () => {
    const { shown, code } = await type('hunter2-typed\r');
    expect(shown).toContain('Wrote secrets/hcloud.age');
    expect(shown).not.toContain('hunter2');
    expect(code).toBe(0);
    const around = { root: folder, env: { STOWAGE_AGE_KEY: own.identity }, revealed: new Revealed() };
    const found = await openSecretSource(around).resolve({ age: 'secrets/hcloud.age' });
    expect(found.reveal()).toBe('hunter2-typed');
  });

  inTerminal('is given up with Ctrl-C', async () => {
    const { shown, code } = await type('hunter2\u0003');
    expect(code).toBe(130);
    expect(shown).not.toContain('hunter2');
    expect(existsSync(join(folder, 'secrets'))).toBe(false);
  });
});
