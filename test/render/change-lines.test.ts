import { describe, expect, test } from '@jest/globals';
import { changeLines } from '../../src/render/change-lines.ts';

describe('the lines of a change', () => {
  test.each([
    ['a number', { path: 'spec.port', before: 80, after: 443 }, ['!     spec.port: 80 → 443']],
    ['a text', { path: 'spec.region', before: 'fsn1', after: 'hel1' }, ['!     spec.region: fsn1 → hel1']],
    ['an empty text', { path: 'spec.notes', before: '', after: 'x' }, ['!     spec.notes:  → x']],
    ['a list', { path: 'spec.ips', before: ['a'], after: ['a', 'b'] }, ['!     spec.ips: ["a"] → ["a","b"]']],
    ['a field that appears', { path: 'spec.port', after: 443 }, ['+     spec.port: 443']],
    ['a field that goes', { path: 'spec.port', before: 443 }, ['-     spec.port: 443']],
    ['null', { path: 'spec.x', before: null, after: false }, ['!     spec.x: null → false']],
    [
      'a line that ends in a line break',
      { path: 'spec.notes', before: 'one\n', after: 'two' },
      ['!     spec.notes: "one\\n" → two'],
    ],
    [
      'a text of which one line differs',
      { path: 'spec.notes', before: 'a\nb\nc\n', after: 'a\nB\nc\n' },
      ['!     spec.notes:', '        a', '-       b', '+       B', '        c'],
    ],
    [
      'a text of several lines that appears',
      { path: 'spec.notes', after: 'a\nb\n' },
      ['!     spec.notes:', '+       a', '+       b'],
    ],
    [
      'a text of several lines that goes',
      { path: 'spec.notes', before: 'a\n\nb\n' },
      ['!     spec.notes:', '-       a', '-', '-       b'],
    ],
    [
      'a text that was a line and is several',
      { path: 'spec.notes', before: 'a', after: 'b\nc' },
      ['!     spec.notes:', '-       a', '+       b', '+       c'],
    ],
  ])('show %s', (_what, change, lines) => {
    expect(changeLines(change)).toEqual(lines);
  });

  test('count what stays instead of repeating it', () => {
    const text = (first: string, last: string): string =>
      [first, ...Array.from({ length: 20 }, (_, index) => `line ${index}`), last, ''].join('\n');
    expect(changeLines({ path: 'spec.notes', before: text('a', 'z'), after: text('A', 'Z') })).toEqual([
      '!     spec.notes:',
      '-       a',
      '+       A',
      '        line 0',
      '        … 18 unchanged',
      '        line 19',
      '-       z',
      '+       Z',
    ]);
  });

  test('count what stays before the first and after the last difference', () => {
    expect(changeLines({ path: 'x', before: 'a\nb\nc\nd\ne\n', after: 'a\nb\nC\nd\ne\n' })).toEqual([
      '!     x:',
      '        … 1 unchanged',
      '        b',
      '-       c',
      '+       C',
      '        d',
      '        … 1 unchanged',
    ]);
  });
});
