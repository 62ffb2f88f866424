import { describe, expect, test } from '@jest/globals';
import { columns } from '../../src/render/columns.ts';
import { capacityFigure, percent } from '../../src/render/capacity-figure.ts';
import { capacityMarkdown } from '../../src/render/capacity-markdown.ts';
import { capacityText } from '../../src/render/capacity-text.ts';
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
    ['cores', 83.25, '83.3'],
    ['memory', 1536, '1.5 GB'],
    ['memory', 3_130_368, '3057 GB'],
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
