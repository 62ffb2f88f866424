import type { CapacityDocument } from './capacity-section.ts';
import { printable } from './printable.ts';

/** Writes a report as markdown: a heading, then a table for each section. */
export function capacityMarkdown({ title, lines, sections }: CapacityDocument): string {
  const tables = sections.flatMap(({ title: heading, head, aligns, rows }) => [
    '',
    `### ${heading}`,
    '',
    row(head),
    `|${aligns.map((align) => (align === 'right' ? '---:' : '---')).join('|')}|`,
    ...rows.map((cells) => row(head.map((_name, nth) => cells[nth] ?? ''))),
  ]);
  return `${[`## ${cell(title)}`, '', ...lines.map((line) => `${cell(line)}  `), ...tables].join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Text in which no table cell ends and nothing is markup. */
function cell(text: string): string {
  return printable(text)
    .replace(/[\\|`*_[\]]/g, '\\$&')
    .replaceAll('<', '&lt;');
}
