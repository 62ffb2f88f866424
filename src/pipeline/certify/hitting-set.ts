/**
 * Finds a smallest set that has an element of every given set; of several, the one whose elements come first. Numbers
 * are below 31.
 */
export function smallestHittingSet(sets: readonly (readonly number[])[]): number[] {
  const masks = sets.map((set) => set.reduce((mask, element) => mask | (1 << element), 0));
  for (let size = 0; ; size++) {
    const found = hit(masks, 0, size);
    if (found) return found.sort((a, b) => a - b);
  }
}

function hit(masks: readonly number[], chosen: number, left: number): number[] | null {
  const missed = masks.find((mask) => (mask & chosen) === 0);
  if (missed === undefined) return [];
  if (left === 0) return null;
  for (let element = 0; element < 31; element++) {
    if ((missed & (1 << element)) === 0) continue;
    const rest = hit(masks, chosen | (1 << element), left - 1);
    if (rest) return [element, ...rest];
  }
  return null;
}
