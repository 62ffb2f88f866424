import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { readPlainYaml } from '../../src/plain-yaml/read-plain-yaml.ts';
import { decodeAnyYaml, encodeYaml } from '../../src/state/format/yaml-text.ts';
import { text } from '../state/arbitrary-text.ts';

const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
const ordinary = fc.constantFrom(
  'name',
  'spec',
  'a.b/c',
  'fsn1-db-01',
  '10.0.0.1',
  'sha256:12ab',
  'true',
  '0x1F',
  '1e5',
);

/** Lines that look like YAML, mostly wrong. */
const line = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('', '  ') },
      fc.constantFrom('    ', '   ', '- ', '  - ', '    - ', '- - '),
    ),
    fc.oneof(
      fc.constantFrom('a:', 'b:', 'a: 1', 'b: x', 'c: {}', 'd: x y'),
      ordinary.map((key) => `${key}:`),
      fc.tuple(ordinary, fc.oneof(ordinary, scalar.map(String))).map(([key, value]) => `${key}: ${value}`),
      fc
        .tuple(
          ordinary,
          fc.constantFrom(
            '{}',
            '[]',
            '"a b"',
            "'a'",
            '|',
            '>-',
            '&a b',
            '*a',
            '!t b',
            'a #b',
            'a: b',
            'x:',
            '"a\\nb"',
            '0.50',
            '-0',
            '-0.0',
            '01',
            '1.',
            '.5',
            '007',
            '1e-3',
            '1.5e-3',
            '+1',
            '~',
            'Null',
            'NaN',
            '.inf',
          ),
        )
        .map(([key, value]) => `${key}: ${value}`),
      ordinary,
      text,
    ),
  )
  .map((parts) => parts.join(''));

/** The one document of a text; undefined where it is handed over. */
function decodePlainBlock(yaml: string): unknown {
  const documents = readPlainYaml(yaml);
  return documents?.length === 1 ? documents[0]?.data : undefined;
}

function readByLibrary(yaml: string): { value: unknown } | undefined {
  try {
    return { value: decodeAnyYaml(yaml) };
  } catch {
    return undefined;
  }
}

/** Pieces of manifests, to be put together rightly and wrongly. */
const piece = fc.constantFrom(
  '---',
  '# a comment',
  '',
  'kind: Compute # of the fleet',
  'metadata: { name: web-1, annotations: {} }',
  'metadata:',
  '  name: web-1',
  '  name: "web 1"',
  'spec:',
  '  type: vps',
  '  tags: { env: prod, tier: \'1\', "a b": c }',
  '  ports: [{ port: 80 }, { port: 443, name: https }]',
  '  list: [a, b , "c, d", 2a01:4f8::1]',
  '  empty: []',
  '  computes:',
  '    - web-1',
  '    - name: x',
  '      port: 8080',
  '  - a: 1',
  '    b: 2',
  '  description: |',
  '  description: |-',
  '  why: >-',
  '  why: >',
  '    A line: with a colon',
  '      # no comment',
  '    ',
  '  url: https://example.org/a#b',
  '  cost: 12.50 # EUR',
  '  more',
  '  ip: ::1',
  '  ratio: 1:2',
  'x: {a: 1}',
  'y: { a: [1, { b: 2 }], c: d }  # end',
  "z: 'it''s'",
  '...',
);

/** What the library makes of a text with any number of documents. */
function allByLibrary(yaml: string): unknown[] | undefined {
  const documents = parseAllDocuments(yaml, { stringKeys: true, merge: true });
  if ('empty' in documents) return [];
  if (documents.some(({ errors, warnings }) => errors.length + warnings.length > 0)) return undefined;
  return documents.map((document) => document.toJS() as unknown);
}

describe('the fast reader of plain YAML', () => {
  test('reads whole files as the library does, or hands them over', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (lines) => {
        const yaml = `${lines.join('\n')}\n`;
        const fast = readPlainYaml(yaml);
        if (fast === undefined) return;
        read++;
        expect(fast.map(({ data }) => data)).toEqual(allByLibrary(yaml));
        for (const { line: start } of fast.slice(1)) expect(yaml.split('\n')[start]).toBe('---');
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('reads lines that look like YAML as the library does, or hands them over', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const yaml = `${lines.join('\n')}\n`;
        const fast = decodePlainBlock(yaml);
        if (fast === undefined) return;
        read++;
        expect({ value: fast }).toEqual(readByLibrary(yaml));
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(20);
  });

  test('reads a scalar as the library does, or hands it over', () => {
    const unit = fc.constantFrom(...'0123456789eExo.+-_:/ #ab"\\{}[],|%~*&'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 6 }), (scalarText) => {
        for (const yaml of [`a: ${scalarText}\n`, `a:\n  - ${scalarText}\n`]) {
          const fast = decodePlainBlock(yaml);
          if (fast !== undefined) expect({ value: fast }).toEqual(readByLibrary(yaml));
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('reads what stowage writes as the library does, or hands it over', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        ordinary,
        scalar,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(ordinary, text), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(ordinary, value, { noNullPrototype: true }), (record) => {
        const yaml = encodeYaml(record);
        const fast = decodePlainBlock(yaml);
        if (fast !== undefined) expect(fast).toEqual(decodeAnyYaml(yaml));
      }),
      { numRuns: 1000 },
    );
  });

  test('takes an ordinary object, so that a large fleet is read fast', () => {
    const record = {
      apiVersion: 'stowage/v1',
      kind: 'Compute',
      metadata: { name: 'fsn1-db-01', annotations: { 'stowage/allow': 'host.cost: because we said so' } },
      spec: {
        computes: ['a', 'b'],
        rules: [{ port: 22, from: ['10.0.0.0/8'] }, { port: 80 }],
        note: '',
        tags: {},
      },
      status: { id: 1234, cost: 12.5, address: '2001:db8::1', since: '2026-01-01T00:00:00Z', ready: true },
    };
    const { annotations, ...metadata } = record.metadata;
    expect(decodePlainBlock(encodeYaml({ ...record, metadata }))).toEqual({ ...record, metadata });
    expect(decodePlainBlock(encodeYaml({ ...record, metadata: { annotations } }))).toBeDefined();
  });
});
