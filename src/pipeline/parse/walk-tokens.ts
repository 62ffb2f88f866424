import type { CST } from 'yaml';

/** Visits the tokens of one document from its beginning to its end, without recursion. True stops the walk. */
export function walkTokens(
  document: CST.Document,
  visit: (token: CST.Token, depth: number) => boolean,
): void {
  const tokens = document.value ? [document.value] : [];
  const depths = [1];
  for (let token = tokens.pop(); token; token = tokens.pop()) {
    const depth = depths.pop() ?? 1;
    if (visit(token, depth)) return;
    if (!('items' in token)) continue;
    for (let index = token.items.length - 1; index >= 0; index--) {
      const { key, value } = token.items[index] as { key?: CST.Token | null; value?: CST.Token };
      for (const child of [value, key]) {
        if (!child) continue;
        tokens.push(child);
        depths.push(depth + 1);
      }
    }
  }
}
