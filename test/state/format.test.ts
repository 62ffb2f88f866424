import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES } from '../../src/model/journal-entry.ts';
import type { JournalEntry } from '../../src/model/journal-entry.ts';
import type { Placement } from '../../src/model/placement.ts';
import { StowageError } from '../../src/model/stowage-error.ts';
import { decodeEntry, encodeEntry } from '../../src/state/format/entry-markdown.ts';
import { decodeMeta, encodeMeta } from '../../src/state/format/meta-json.ts';
import { decodeObject, encodeObject } from '../../src/state/format/object-yaml.ts';
import { decodePlacements, encodePlacements } from '../../src/state/format/placements-yaml.ts';
import { host } from './acts.ts';
import { text } from './arbitrary-text.ts';

const count = fc.integer({ min: 0, max: 1_000_000 });
const record = fc.dictionary(
  text.filter((name) => name !== '__proto__'),
  json(),
  { noNullPrototype: true },
);

function json(): fc.Arbitrary<unknown> {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      text,
      count,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        text.filter((name) => name !== '__proto__'),
        tie('value'),
        { maxKeys: 4, noNullPrototype: true },
      ),
    ),
  })).value;
}

const file = (path: string, content: string | Uint8Array) => ({
  branch: 'stowage/state',
  path,
  bytes: Buffer.from(content as string),
});

describe('objects', () => {
  test('read as manifests with a status', () => {
    const object = host('fsn1-db-01', { metadata: { name: 'fsn1-db-01', protect: true }, status: { id: 5 } });
    expect(encodeObject(object)).toMatchInlineSnapshot(`
      "apiVersion: stowage/v1
      kind: Host
      metadata:
        name: fsn1-db-01
        protect: true
      spec:
        provider: hetzner
        region: fsn1
        tags:
          role: db
      status:
        id: 5
      "
    `);
  });

  test('come back as they were', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.boolean(),
        fc.option(
          fc.dictionary(
            text.filter((name) => name !== '__proto__'),
            text,
            { noNullPrototype: true },
          ),
          { nil: undefined },
        ),
        record,
        record,
        (key, name, protect, annotations, spec, status) => {
          const object = host(key, {
            metadata: { name, protect, ...(annotations && { annotations }) },
            spec,
            status,
          });
          expect(decodeObject(file('x', encodeObject(object)), 'Host', key)).toEqual(object);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['an empty file', '', 'stowage/state:p.yaml: the file is empty'],
    ['bytes that are no text', Buffer.from([0x61, 0xff]), 'stowage/state:p.yaml: the file is not UTF-8 text'],
    ['broken YAML', 'apiVersion: stowage/v1\nkind: [', 'stowage/state:p.yaml:2: '],
    ['half a file', 'apiVersion: stowage/v1\nkind: Host\n', 'stowage/state:p.yaml:1: metadata is missing'],
    ['another version', 'apiVersion: stowage/v2\n', 'stowage/state:p.yaml:1: apiVersion must be stowage/v1'],
    ['another kind', 'apiVersion: stowage/v1\nkind: Service\n', 'stowage/state:p.yaml:2: kind must be Host'],
    ['a list', '- a\n', 'stowage/state:p.yaml:1: the file must be fields'],
    ['a conflict of a merge', 'a: 1\n<<<<<<< ours\nb: 2\n', 'stowage/state:p.yaml:'],
    [
      'a field that is not ours',
      'apiVersion: stowage/v1\nkind: Host\nmetadata:\n  name: a\n  colour: red\nspec: {}\n',
      'stowage/state:p.yaml:5: the field colour is not one stowage writes here',
    ],
    ['an alias bomb', 'a: &a [1]\nb: [*a, *a]\n', 'stowage/state:p.yaml:'],
  ])('%s is refused with its place', (_, content, message) => {
    const refusal = refusalOf(() => decodeObject(file('p.yaml', content), 'Host', 'a'));
    expect(refusal).toMatchObject({ code: 'state.unreadable', exitCode: 1 });
    expect(refusal.message).toContain(message);
    expect(refusal.hint).toContain('git log -p stowage/state -- p.yaml');
  });
});

describe('placements', () => {
  const placement = fc.record({
    service: fc.constant('web'),
    instance: fc.integer({ min: 1, max: 500 }),
    compute: text,
    granted: fc.record({
      cores: count,
      memory: count,
      vram: count,
      nvme: count,
      gpu: fc.constantFrom(0, 0.5, 1),
    }),
  });

  test('come back in the order of their instances', () => {
    fc.assert(
      fc.property(fc.uniqueArray(placement, { selector: ({ instance }) => instance }), (placements) => {
        const back = decodePlacements(file('x', encodePlacements(placements)), 'web');
        expect(back).toEqual([...placements].sort((a: Placement, b: Placement) => a.instance - b.instance));
      }),
    );
  });

  test('of one instance in two places are refused', () => {
    const twice =
      'instances:\n  - instance: 1\n    compute: a\n    granted: {}\n  - instance: 1\n    compute: b\n    granted: {}\n';
    expect(refusalOf(() => decodePlacements(file('p', twice), 'web')).message).toBe(
      'stowage/state:p:5: instance 1 stands here twice',
    );
  });
});

describe('journal entries', () => {
  const arbitrary: fc.Arbitrary<JournalEntry> = fc.record(
    {
      id: text,
      timestamp: text,
      category: fc.constantFrom(...CATEGORIES),
      author: fc.record({ name: text, email: text }),
      compute: fc.option(text),
      subject: text,
      content: fc.oneof(
        text,
        fc.array(fc.constantFrom('---', '---\n', '\n', '\r\n', 'a')).map((parts) => parts.join('')),
      ),
      origin: fc.record({ plan: text, step: text, desired: text }),
    },
    { requiredKeys: ['id', 'timestamp', 'category', 'author', 'compute', 'subject', 'content'] },
  );

  test('come back byte for byte', () => {
    fc.assert(
      fc.property(arbitrary, (entry) => {
        expect(decodeEntry(file('x', encodeEntry(entry)))).toEqual(entry);
      }),
      { numRuns: 300 },
    );
  });

  test('name the line of a fault in the file, not in its front matter', () => {
    const broken =
      '---\nid: a\ntimestamp: b\nauthor:\n  name: a\n  email: b\nsubject: s\ncategory: party\n---\n\ncontent';
    expect(refusalOf(() => decodeEntry(file('p.md', broken))).message).toContain(
      'stowage/state:p.md:8: category must be',
    );
  });

  test('need front matter', () => {
    expect(refusalOf(() => decodeEntry(file('p.md', 'just text'))).message).toContain('no front matter');
  });
});

describe('meta.json', () => {
  test('comes back as it was', () => {
    for (const meta of [
      { serial: 0, desired: null },
      { serial: 12, desired: 'abc' },
    ]) {
      expect(decodeMeta(file('meta.json', encodeMeta(meta)))).toEqual(meta);
    }
  });

  test.each([
    ['', 'stowage/state:meta.json: the file is empty'],
    ['{"formatVersion": 1,', 'stowage/state:meta.json:1: it is not JSON'],
    ['{\n"serial": 1}', 'stowage/state:meta.json:1: formatVersion is missing'],
    [
      '{"formatVersion": 1,\n"serial": -1, "desired": null}',
      'stowage/state:meta.json:2: serial must be a whole number',
    ],
    ['[]', 'stowage/state:meta.json:1: the file must be fields'],
  ])('%j is refused', (content, message) => {
    const refusal = refusalOf(() => decodeMeta(file('meta.json', content)));
    expect(refusal.code).toBe('state.unreadable');
    expect(refusal.message).toContain(message);
  });

  test('of a newer format asks for a newer stowage', () => {
    expect(refusalOf(() => decodeMeta(file('meta.json', '{"formatVersion": 4, "shards": 4}')))).toMatchObject(
      {
        code: 'state.newer-format',
        exitCode: 1,
        message: 'stowage/state was written by a newer stowage (format 4); this one reads up to 3',
      },
    );
  });
});

function refusalOf(read: () => unknown): StowageError {
  try {
    read();
  } catch (error) {
    if (error instanceof StowageError) return error;
    throw error;
  }
  throw new Error('it was read');
}
