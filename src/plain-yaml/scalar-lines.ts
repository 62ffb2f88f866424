import { Unusual } from './unusual.ts';

/** Takes the lines of a block scalar below a line of some indentation, without blank ones at the end. */
export function scalarLines(
  lines: readonly string[],
  start: number,
  parentIndent: number,
): { content: string[]; next: number } {
  const indent = indentOf(lines[start] ?? '');
  if (indent === undefined || indent <= parentIndent) throw new Unusual();
  const content: string[] = [];
  let next = start;
  for (; next < lines.length; next++) {
    const line = lines[next] as string;
    const own = indentOf(line);
    if (own !== undefined && own < indent) {
      if (own > parentIndent) throw new Unusual();
      break;
    }
    content.push(line.slice(indent));
  }
  while (content.at(-1) === '') content.pop();
  // A last line of blanks is content, and how much of it is kept is a fine point.
  if (content.at(-1)?.trim() === '') throw new Unusual();
  return { content, next };
}

/** Joins the lines of a block scalar `>`, as long as none of them is set off from the others. */
export function folded(content: readonly string[]): string {
  if (content.some((line) => line === '' || line.startsWith(' ') || line.endsWith(' '))) throw new Unusual();
  return content.join(' ');
}

/** How far a line is indented; undefined for a blank one. */
function indentOf(line: string): number | undefined {
  const body = line.trimStart();
  return body === '' ? undefined : line.length - body.length;
}
