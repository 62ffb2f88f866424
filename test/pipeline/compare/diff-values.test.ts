import { describe, expect, test } from '@jest/globals';
import { diffValues } from '../../../src/pipeline/compare/diff-values.ts';
import { replaceAt } from '../../../src/pipeline/compare/replace-at.ts';

const diff = (before: unknown, after: unknown) => diffValues(before, after, 'spec');

describe('what differs between two values', () => {
  test.each([
    ['equal values', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    ['fields in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a field that is undefined and one that is not there', { a: undefined }, {}],
    ['not a number', { a: NaN }, { a: NaN }],
    ['empty lists', { a: [] }, { a: [] }],
  ])('is nothing for %s', (_what, before, after) => {
    expect(diff(before, after)).toEqual([]);
  });

  test.each([
    ['a leaf', { a: 1 }, { a: 2 }, [{ path: 'spec.a', before: 1, after: 2 }]],
    ['a leaf deep down', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'spec.a.b', before: 1, after: 2 }]],
    ['a field that appears', {}, { a: 1 }, [{ path: 'spec.a', after: 1 }]],
    ['a field that goes away', { a: 1 }, {}, [{ path: 'spec.a', before: 1 }]],
    ['a field that becomes null', { a: 1 }, { a: null }, [{ path: 'spec.a', before: 1, after: null }]],
    ['a mapping that appears', {}, { a: { b: 1 } }, [{ path: 'spec.a', after: { b: 1 } }]],
    ['another type', { a: '1' }, { a: 1 }, [{ path: 'spec.a', before: '1', after: 1 }]],
    [
      'a mapping that becomes a list',
      { a: { b: 1 } },
      { a: [1] },
      [{ path: 'spec.a', before: { b: 1 }, after: [1] }],
    ],
    [
      'one entry of a list of texts',
      { a: ['x', 'y'] },
      { a: ['x', 'z'] },
      [{ path: 'spec.a', before: ['x', 'y'], after: ['x', 'z'] }],
    ],
    [
      'the order of a list',
      { a: [1, 2] },
      { a: [2, 1] },
      [{ path: 'spec.a', before: [1, 2], after: [2, 1] }],
    ],
    [
      'a field of one mapping in a list',
      { ports: [{ port: 80 }, { port: 81 }] },
      { ports: [{ port: 80 }, { port: 82 }] },
      [{ path: 'spec.ports[1].port', before: 81, after: 82 }],
    ],
    [
      'a list of mappings that grows',
      { ports: [{ port: 80 }] },
      { ports: [{ port: 80 }, { port: 81 }] },
      [{ path: 'spec.ports', before: [{ port: 80 }], after: [{ port: 80 }, { port: 81 }] }],
    ],
  ])('is shown for %s', (_what, before, after, changes) => {
    expect(diff(before, after)).toEqual(changes);
  });

  test('comes in the order of the fields’ names', () => {
    expect(diff({ z: 1, a: 1 }, { b: 1, z: 2 }).map(({ path }) => path)).toEqual([
      'spec.a',
      'spec.b',
      'spec.z',
    ]);
  });
});

describe('replacing what a pointer leads to', () => {
  const root = { spec: { computes: ['a', 'b'], ports: [{ ip: 'x' }], other: { kept: true } } };

  test('copies the way there and shares the rest', () => {
    const replaced = replaceAt(root, '/spec/ports/0/ip', 'y') as typeof root;
    expect(replaced).toEqual({ spec: { ...root.spec, ports: [{ ip: 'y' }] } });
    expect(replaced.spec.other).toBe(root.spec.other);
    expect(root.spec.ports).toEqual([{ ip: 'x' }]);
  });

  test('takes an element of a list', () => {
    expect(replaceAt(root, '/spec/computes/1', 'c')).toMatchObject({ spec: { computes: ['a', 'c'] } });
  });

  test('takes the whole', () => {
    expect(replaceAt(root, '', 1)).toBe(1);
  });
});
