import type { IpNetwork } from './ip-network.ts';

/**
 * Finds which networks lie in which: each with those that hold it, the narrowest first, to be looked at before the next.
 * Two networks have addresses in common only so; of two alike, the one listed first holds the other. A sweep over the
 * sorted networks: nothing is compared with what it does not lie in.
 */
export function* holders<T>(
  all: readonly T[],
  networkOf: (one: T) => IpNetwork,
): Iterable<readonly [inner: T, holding: Iterable<T>]> {
  const sorted = [...all].sort((a, b) => order(networkOf(a), networkOf(b)));
  const open: T[] = [];
  for (const inner of sorted) {
    const { family, first } = networkOf(inner);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const outer = networkOf(top);
      if (outer.family === family && outer.last >= first) break;
      open.pop();
    }
    if (open.length > 0) yield [inner, fromTop(open)];
    open.push(inner);
  }
}

function* fromTop<T>(stack: readonly T[]): Iterable<T> {
  for (let at = stack.length - 1; at >= 0; at--) yield stack[at] as T;
}

function order(a: IpNetwork, b: IpNetwork): number {
  if (a.family !== b.family) return a.family - b.family;
  return a.first < b.first ? -1 : a.first > b.first ? 1 : a.prefix - b.prefix;
}
