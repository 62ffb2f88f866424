import { columns } from './columns.ts';
import type { CapacityDocument } from './capacity-section.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

/** Writes a report for a terminal: aligned columns, nothing else. */
export function capacityText({ title, lines, sections }: CapacityDocument, paint: Paint): string {
  const [first = '', ...others] = lines.map(printable);
  const intro = [`${paint('bold', `${title}:`)} ${first}`, ...others].join('\n');
  const tables = sections.map((section) => {
    const rows = section.rows.map((row) => row.map(printable));
    const [head = '', ...body] = columns([section.head, ...rows], section.aligns);
    return [paint('bold', section.title), paint('dim', head), ...body].join('\n');
  });
  return `${[intro, ...tables].join('\n\n')}\n`;
}
