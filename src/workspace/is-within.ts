/** Tells whether one real path is another or lies below it. */
export function isWithin(base: string, real: string): boolean {
  return real === base || real.startsWith(base === '/' ? base : `${base}/`);
}
