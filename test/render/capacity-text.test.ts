import { describe, expect, test } from '@jest/globals';
import { columns } from '../../src/render/columns.ts';
import { capacityFigure, percent, useFigures } from '../../src/render/capacity-figure.ts';
import { capacityMarkdown } from '../../src/render/capacity-markdown.ts';
import { capacityText } from '../../src/render/capacity-text.ts';
import { folded } from '../../src/render/folded.ts';
import { plain } from '../../src/render/paint.ts';

const DOCUMENT = {
  title: 'web-01',
  lines: ['vm', 'note=a|b \u001b[2J'],
  sections: [
    {
      title: 'Things',
      head: ['name', 'size'],
      aligns: ['left', 'right'] as const,
      rows: [
        ['a|b', '1'],
        ['<b>long name</b>', '200'],
      ],
    },
  ],
};

describe('figures of a report', () => {
  test.each([
    ['cores', 83.25, '83.25'],
    ['memory', 1536, '1.5 GB'],
    ['memory', 3_130_368, '3057 GB'],
    ['nvme', 133_617.5, '133,617.5 GB'],
    ['nvme', 512, '512 GB'],
    ['gpu', 2, '2'],
  ] as const)('%s %d reads %s', (resource, amount, text) => {
    expect(capacityFigure(resource, amount)).toBe(text);
  });

  test('are shares in percent, where there is one', () => {
    expect([percent(0.615), percent(1.5), percent(null)]).toEqual(['62 %', '150 %', '–']);
  });
});

describe('columns', () => {
  test('lean as they are told, and nothing trails', () => {
    const rows = [
      ['a', '1', 'x'],
      ['bcd', '200', ''],
    ];
    expect(columns(rows, ['left', 'right', 'left'])).toEqual(['a      1  x', 'bcd  200']);
  });
});

describe('a long cell', () => {
  test('pushes what follows in its own row alone', () => {
    const long = 'x'.repeat(127);
    const rows = [
      ['a', '1'],
      [long, '2'],
      ['bcd', '3'],
    ];
    expect(columns(rows, ['left', 'left'])).toEqual(['a    1', `${long}  2`, 'bcd  3']);
  });
});

describe('how a resource is used', () => {
  const use = (total: number, allocated: number, rest: { kept?: number; stranded?: number } = {}) =>
    useFigures({
      resource: 'memory',
      total,
      allocated,
      available: Math.max(0, total - allocated),
      kept: 0,
      stranded: 0,
      ...rest,
    });

  test('adds up as it is shown', () => {
    expect(use(10_000, 3333)).toMatchObject({ total: '9.77 GB', allocated: '3.25 GB', available: '6.52 GB' });
    expect(use(10_000, 3333, { kept: 1000, stranded: 5667 })).toMatchObject({
      available: '6.52 GB',
      kept: '0.98 GB',
      stranded: '5.54 GB',
    });
  });

  test('has nothing available where more is allocated than there is', () => {
    expect(use(1024, 2048)).toMatchObject({ total: '1 GB', allocated: '2 GB', available: '0 GB' });
  });
});

describe('a list', () => {
  const lines = Array.from({ length: 25 }, (_, nth) => `${nth}`);

  test('is cut after twenty lines, unless all are wanted', () => {
    expect(folded(lines, false)).toEqual([...lines.slice(0, 20), '… 5 more (--full shows them)']);
    expect(folded(lines, true)).toEqual(lines);
    expect(folded(lines.slice(0, 20), false)).toHaveLength(20);
  });
});

describe('a report', () => {
  test('as text has aligned columns and steers no terminal', () => {
    expect(capacityText(DOCUMENT, plain)).toMatchInlineSnapshot(`
      "web-01: vm
      note=a|b  [2J

      Things
      name              size
      a|b                  1
      <b>long name</b>   200
      "
    `);
  });

  test('as markdown ends no cell and begins no HTML', () => {
    expect(capacityMarkdown(DOCUMENT)).toMatchInlineSnapshot(`
      "## web-01

      vm  
      note=a\\|b  \\[2J  

      ### Things

      | name | size |
      |---|---:|
      | a\\|b | 1 |
      | &lt;b>long name&lt;/b> | 200 |
      "
    `);
  });
});
