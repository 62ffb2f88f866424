import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodePathName, encodePathName } from '../../src/state/format/path-name.ts';
import { journalPath, objectPath, placementsPath } from '../../src/state/format/paths.ts';
import { statePath } from '../../src/state/format/state-path.ts';
import { ulidTime } from '../../src/state/format/ulid-time.ts';
import { idOf } from './acts.ts';
import { text } from './arbitrary-text.ts';

describe('names in paths', () => {
  test('come back as they were, and no file system stumbles over them', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 1000 })), (name) => {
        const path = encodePathName(name);
        expect(decodePathName(path)).toBe(name);
        expect(path).toMatch(/^(?!\.)[A-Za-z0-9._%+/-]+$/);
        for (const part of path.split('/')) expect(part.length).toBeLessThanOrEqual(201);
      }),
    );
  });

  test.each([
    ['fsn1-db-01', 'fsn1-db-01'],
    ['example.org|A|www', 'example.org%7CA%7Cwww'],
    ['10.0.0.0/8', '10.0.0.0%2F8'],
    ['2001:db8::1', '2001%3Adb8%3A%3A1'],
    ['.git', '%2Egit'],
    ['..', '%2E.'],
    ['100 %', '100%20%25'],
    ['Größe', 'Gr%C3%B6%C3%9Fe'],
    ['', '%'],
  ])('%j is written %s', (name, path) => {
    expect(encodePathName(name)).toBe(path);
  });

  test.each(['a b', '%41', '%2', '%ff', '.x', 'a+/b', ''])('%j was never written', (path) => {
    expect(decodePathName(path)).toBeUndefined();
  });
});

describe('paths', () => {
  test('say what they hold', () => {
    expect(objectPath('DNSRecord', 'a|b')).toMatchInlineSnapshot(`"resources/DNSRecord/0e/a%7Cb.yaml"`);
    expect(placementsPath('postgres')).toMatchInlineSnapshot(`"placements/a9/postgres.yaml"`);
    expect(journalPath(null, '01J')).toMatchInlineSnapshot(`"journal/58/_fleet/01J.md"`);
    expect(journalPath('fsn1-db-01', '01J')).toMatchInlineSnapshot(`"journal/08/fsn1-db-01/01J.md"`);
    fc.assert(
      fc.property(text, (key) => {
        expect(statePath(objectPath('Host', key))).toEqual({ of: 'object', kind: 'Host', key });
        expect(statePath(placementsPath(key))).toEqual({ of: 'placements', service: key });
      }),
    );
  });

  test.each([
    'resources/Host/00/a.yaml',
    'resources/Host/a.yaml',
    'placements/zz/a.yaml',
    'resources/README.md',
  ])('%s is none of ours', (path) => expect(statePath(path)).toBeUndefined());

  test('a ULID tells its time', () => {
    expect(ulidTime(idOf(5))).toBe(Date.UTC(2026, 0, 1, 0, 0, 5));
    expect(ulidTime('not-a-ulid')).toBeUndefined();
  });
});
