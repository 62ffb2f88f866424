/** Compares two texts by code unit: the same order on every machine and in every language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
