import { describe, expect, test } from '@jest/globals';
import { pointedAt } from '../../src/model/json-pointer.ts';

const ROOT = {
  spec: { ports: [{ port: 80 }, { name: 'x' }, { port: 443 }], computes: ['a', 'b'], none: null },
};

describe('a JSON pointer', () => {
  test.each([
    ['', [{ pointer: '', value: ROOT }]],
    ['/spec/computes', [{ pointer: '/spec/computes', value: ['a', 'b'] }]],
    ['/spec/none', [{ pointer: '/spec/none', value: null }]],
    ['/spec/none/deeper', []],
    ['/spec/missing', []],
    ['/spec/computes/*/name', []],
    ['/spec/*', []],
    ['/spec/toString', []],
  ])('%s leads to its values and nothing else', (pointer, found) => {
    expect(pointedAt(ROOT, pointer)).toEqual(found);
  });

  test('with a star leads to every element of a list, by its own pointer', () => {
    expect(pointedAt(ROOT, '/spec/computes/*')).toEqual([
      { pointer: '/spec/computes/0', value: 'a' },
      { pointer: '/spec/computes/1', value: 'b' },
    ]);
    expect(pointedAt(ROOT, '/spec/ports/*/port')).toEqual([
      { pointer: '/spec/ports/0/port', value: 80 },
      { pointer: '/spec/ports/2/port', value: 443 },
    ]);
  });
});
