/**
 * Points at the most deeply nested bracket or indicator of a text too deep to parse. Quotes are not looked
 * at: the answer is for a person who will see the wall of brackets at once.
 */
export function deepestBracket(text: string): { line: number; column: number; endLine: number; endColumn: number } {
  let depth = 0;
  let deepest = 0;
  let at = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth <= deepest) continue;
    deepest = depth;
    at = offset;
  }
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return { line, column, endLine: line, endColumn: column + 1 };
}
