/**
 * What a merge brings by itself, of things known by name: whatever is not what merging its two parents gives. Where
 * both changed a thing, each in its way, choosing is a change. `base` is what the parents go back to.
 */
export function threeWay<T>(
  result: ReadonlyMap<string, T>,
  [first, second]: readonly [ReadonlyMap<string, T>, ReadonlyMap<string, T>],
  base: ReadonlyMap<string, T>,
  same: (a: T | undefined, b: T | undefined) => boolean,
): string[] {
  const names = new Set([...first.keys(), ...second.keys(), ...result.keys()]);
  return [...names].filter((name) => {
    const [ours, theirs, both] = [first.get(name), second.get(name), base.get(name)];
    const is = result.get(name);
    if (same(ours, theirs)) return !same(is, ours);
    if (same(ours, both)) return !same(is, theirs);
    if (same(theirs, both)) return !same(is, ours);
    return true;
  });
}
