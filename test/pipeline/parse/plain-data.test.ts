import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { startOf } from '../../../src/pipeline/parse/document-place.ts';
import { plainData } from '../../../src/pipeline/parse/plain-data.ts';
import { yamlDocuments } from '../../../src/pipeline/parse/yaml-documents.ts';

function dataOf(text: string): unknown {
  const [first] = yamlDocuments(startOf('a.yaml', text));
  if (!first || !('document' in first)) throw new Error('no document');
  const { data, faults } = plainData(first.document);
  return faults.length > 0 ? faults.map(({ code }) => code) : data;
}

describe('the data of a document', () => {
  test('are what the YAML 1.2 core schema says', () => {
    const text = '[yes, 012, 0o17, 0x1F, -0, 1.50, ~, 2026-01-15, 1_000, "5", true]';
    expect(dataOf(text)).toEqual(['yes', 12, 15, 31, 0, 1.5, null, '2026-01-15', '1_000', '5', true]);
  });

  test('have text for every field name', () => {
    expect(dataOf('{ 1: a, true: b, 1.50: c, ~: d }')).toEqual({ 1: 'a', true: 'b', '1.50': 'c', '~': 'd' });
  });

  test('take merged fields from the first source, and own fields before all', () => {
    const text =
      'a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc: { z: 3, <<: [*a, *b] }\nd: { <<: *a, x: 4 }\n';
    expect(dataOf(text)).toMatchObject({ c: { x: 1, y: 1, z: 3 }, d: { x: 4, y: 1 } });
  });

  test('do not merge what is quoted', () => {
    expect(dataOf('{ "<<": a }')).toEqual({ '<<': 'a' });
  });

  test('take an anchor that is defined anew from where an alias stands', () => {
    expect(dataOf('[&a 1, *a, &a 2, *a, &b [*a], &a 3, *b]')).toEqual([1, 1, 2, 2, [2], 3, [2]]);
  });

  test('inherit nothing from the names of their fields', () => {
    const data = dataOf('{ constructor: 1, toString: 2 }') as object;
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(Object.keys(data)).toEqual(['constructor', 'toString']);
  });

  test('agree with the parser of the yaml package, whatever is written', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    );
    const name = fc.string().filter((key) => key !== '__proto__' && key !== '<<');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(name, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.boolean(), (value, twice) => {
        // An object that is there twice is written as an anchor and an alias.
        const text = stringify(twice ? { a: value, b: value, c: [value] } : { a: value });
        const theirs = parseDocument(text, { stringKeys: true }).toJS() as unknown;
        const ours = dataOf(text);
        if (Array.isArray(ours) && ours.every((code) => code === 'control-character' || code === 'number'))
          return;
        expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
      }),
      { numRuns: 300 },
    );
  });
});
