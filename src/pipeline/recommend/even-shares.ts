/**
 * Says how many of the missing instances each value of a topology key takes, so that no two values differ by more
 * than one when all are placed. Only values of which hosts can be bought take any.
 */
export function evenShares(
  values: readonly string[],
  standing: readonly (string | undefined)[],
  replicas: number,
  missing: number,
  buyable: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map(values.map((value) => [value, standing.filter((one) => one === value).length]));
  const most = Math.ceil(replicas / Math.max(1, values.length));
  const shares = new Map<string, number>();
  for (let left = missing; left > 0; left--) {
    const open = values.filter((value) => buyable.has(value) && (counts.get(value) ?? 0) < most);
    const value = open.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))[0];
    if (value === undefined) break;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    shares.set(value, (shares.get(value) ?? 0) + 1);
  }
  return shares;
}
