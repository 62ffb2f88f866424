import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../src/model/canonical-json.ts';

describe('canonical JSON', () => {
  test('is the same for fields in any order, at any depth', () => {
    expect(canonicalJson({ b: { d: 1, c: [{ f: 1, e: 2 }] }, a: 1 })).toBe(
      '{"a":1,"b":{"c":[{"e":2,"f":1}],"d":1}}',
    );
  });

  test('keeps lists in their order', () => {
    expect(canonicalJson([2, 1, 3])).toBe('[2,1,3]');
  });

  test('leaves absent fields away and keeps null', () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
  });

  test('sorts by code unit, so that no locale changes a digest', () => {
    expect(canonicalJson({ ä: 1, z: 2, Z: 3 })).toBe('{"Z":3,"z":2,"ä":1}');
  });

  test('indents where asked to', () => {
    expect(canonicalJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
  });

  test('takes a field named __proto__ for a field', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}');
  });
});
