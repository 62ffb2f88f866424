import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { makeFifo } from '../hostile/make-fifo.ts';
import { readInputFile } from '../../src/workspace/read-input-file.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stowage-read-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function faultOf(path: string): string | undefined {
  return readInputFile(root, { path, linked: true }).fault?.code;
}

/** Permissions do not bind the superuser. */
const unlessRoot = process.getuid?.() === 0 ? test.skip : test;

describe('reading a file', () => {
  test('gives its bytes as they are', () => {
    writeFileSync(join(root, 'a.yaml'), Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0]));
    const file = readInputFile(root, { path: 'a.yaml', linked: false });
    expect({ ...file, bytes: [...file.bytes] }).toEqual({
      path: 'a.yaml',
      bytes: [0xef, 0xbb, 0xbf, 0xff, 0],
    });
  });

  test('follows a link inside the repository, and none out of it', () => {
    mkdirSync(join(root, 'fleet'));
    writeFileSync(join(root, 'a.yaml'), 'x');
    symlinkSync('../a.yaml', join(root, 'fleet/in.yaml'));
    symlinkSync('/etc/hostname', join(root, 'fleet/out.yaml'));
    expect(Buffer.from(readInputFile(root, { path: 'fleet/in.yaml', linked: true }).bytes).toString()).toBe(
      'x',
    );
    expect(faultOf('fleet/out.yaml')).toBe('file.outside');
  });

  test('says why it cannot be read', () => {
    symlinkSync('nowhere', join(root, 'dangling.yaml'));
    symlinkSync('loop.yaml', join(root, 'loop.yaml'));
    makeFifo(join(root, 'fifo.yaml'));
    writeFileSync(join(root, 'large.yaml'), '');
    truncateSync(join(root, 'large.yaml'), 2 ** 40);
    expect({
      gone: faultOf('gone.yaml'),
      dangling: faultOf('dangling.yaml'),
      loop: faultOf('loop.yaml'),
      fifo: faultOf('fifo.yaml'),
      large: faultOf('large.yaml'),
    }).toEqual({
      gone: 'file.missing',
      dangling: 'file.missing',
      loop: 'file.link-loop',
      fifo: 'file.not-regular',
      large: 'yaml.too-large',
    });
  });

  unlessRoot('says that it may not be read', () => {
    writeFileSync(join(root, 'secret.yaml'), '');
    chmodSync(join(root, 'secret.yaml'), 0);
    expect(faultOf('secret.yaml')).toBe('file.forbidden');
  });

  test('refuses a name that cannot be printed, under one that can', () => {
    writeFileSync(join(root, 'a\u001b[31m\n.yaml'), '');
    expect(readInputFile(root, { path: 'a\u001b[31m\n.yaml', linked: false })).toMatchObject({
      path: 'a\ufffd[31m\ufffd.yaml',
      fault: { code: 'file.name' },
    });
  });
});

describe('a workspace', () => {
  test('has no file where there is none, and a faulty one where a link leads nowhere', () => {
    const workspace = openWorkspace(root);
    expect(workspace.file('stowage.yaml')).toBeNull();
    symlinkSync('nowhere', join(root, 'stowage.yaml'));
    expect(workspace.file('stowage.yaml')?.fault?.code).toBe('file.missing');
  });
});
