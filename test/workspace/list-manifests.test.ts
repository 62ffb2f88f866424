import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StowageError } from '../../src/model/stowage-error.ts';
import { listManifests } from '../../src/workspace/list-manifests.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), 'stowage-list-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

function listed(...paths: string[]): string[] {
  return listManifests(root, paths).map(({ path }) => path);
}

describe('listing manifests', () => {
  test('finds YAML files at every depth, in order of their paths', () => {
    write('fleet/b.yml', 'fleet/a/z.yaml', 'fleet/a.YAML', 'fleet/readme.md', 'other/c.yaml');
    expect(listed('fleet')).toEqual(['fleet/a.YAML', 'fleet/a/z.yaml', 'fleet/b.yml']);
  });

  test('does not look into hidden folders and node_modules', () => {
    write('fleet/.git/a.yaml', 'fleet/node_modules/b/c.yaml', 'fleet/.hidden.yaml', 'fleet/d.yaml');
    expect(listed('.')).toEqual(['fleet/d.yaml']);
  });

  test('takes folders and files however they are written, and each file once', () => {
    write('fleet/a.yaml', 'fleet/b/c.yaml');
    expect(listed('./fleet/', 'fleet\\b', 'fleet/a.yaml', 'fleet')).toEqual([
      'fleet/a.yaml',
      'fleet/b/c.yaml',
    ]);
  });

  test('says which folder there is not', () => {
    expect(() => listed('nowhere')).toThrow(StowageError);
    expect(() => listed('nowhere')).toThrow(/there is no nowhere/);
  });

  test('follows a link to a folder, unless it was there', () => {
    write('fleet/real/a.yaml', 'shared/b.yaml');
    link('fleet/again', 'real');
    link('fleet/above', '..');
    link('fleet/shared', '../shared');
    expect(listed('fleet')).toEqual(['fleet/above/shared/b.yaml', 'fleet/real/a.yaml']);
  });

  test('does not take the first link as a way out of the repository, but names it', () => {
    link('fleet/everything', '/');
    link('fleet/passwd.yaml', '/etc/passwd');
    expect(listManifests(root, ['fleet'])).toEqual([
      { path: 'fleet/everything', linked: true },
      { path: 'fleet/passwd.yaml', linked: true },
    ]);
  });

  test('knows a link only where there is one', () => {
    write('fleet/a.yaml');
    link('linked', 'fleet');
    expect(listManifests(root, ['fleet'])).toEqual([{ path: 'fleet/a.yaml', linked: false }]);
    expect(listManifests(root, ['linked'])).toEqual([{ path: 'linked/a.yaml', linked: true }]);
  });

  test('ends where links double with every step', () => {
    for (let level = 0; level < 40; level++) {
      link(`fleet/${level}/left`, `../${level + 1}`);
      link(`fleet/${level}/right`, `../${level + 1}`);
    }
    write('fleet/40/a.yaml');
    expect(listed('fleet')).toEqual(['fleet/40/a.yaml']);
  });

  test('names links in a circle and links to nothing where they are manifests', () => {
    link('fleet/a.yaml', 'b.yaml');
    link('fleet/b.yaml', 'a.yaml');
    link('fleet/c.yaml', 'nowhere');
    link('fleet/d', 'd');
    expect(listed('fleet')).toEqual(['fleet/a.yaml', 'fleet/b.yaml', 'fleet/c.yaml']);
  });

  test('names a folder whose name cannot be printed instead of what is in it', () => {
    write('fleet/a\u001b[2J/b.yaml');
    expect(listed('fleet')).toEqual(['fleet/a\u001b[2J']);
  });
});
