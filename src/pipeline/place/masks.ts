/** Counts the computes that a mask marks with 1. */
export function countMarked(mask: Uint8Array): number {
  let count = 0;
  for (let compute = 0; compute < mask.length; compute++) count += mask[compute] as number;
  return count;
}

/** Lists the computes that a mask marks with 1. */
export function marked(mask: Uint8Array): Int32Array {
  const computes = new Int32Array(countMarked(mask));
  for (let compute = 0, nth = 0; nth < computes.length; compute++) {
    if (mask[compute] === 1) computes[nth++] = compute;
  }
  return computes;
}
