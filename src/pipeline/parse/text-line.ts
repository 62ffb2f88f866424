/** Offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset at which the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset of the first character at or after an offset that is not blank, on the same line; else the offset. */
export function firstVisible(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  let at = offset;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at < end ? at : offset;
}
