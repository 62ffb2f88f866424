import type { Market } from '../../src/packing/market.ts';
import type { Pattern } from '../../src/packing/pattern.ts';
import { faultsOf } from './support.ts';

/** Every way to fill one host, by trying all counts; only for a handful of classes. */
export function fillingsOf(market: Market, offer: number): Pattern[] {
  const { classCount, replicas } = market;
  const found: Pattern[] = [];
  const counts = new Int32Array(classCount);
  const visit = (c: number): void => {
    if (c === classCount) {
      const classes = [...counts.keys()].filter((each) => counts[each]! > 0);
      const bin = { offer, classes, counts } as never;
      const left = replicas.map((count, each) => count - counts[each]!);
      if (faultsOf(market, { bins: [bin], cost: market.price[offer]!, left, leftCount: 0 }).length > 0)
        return;
      found.push({ offer, content: classes.map((each) => [each, counts[each]!] as const) });
      return;
    }
    for (let count = 0; count <= replicas[c]!; count++) {
      counts[c] = count;
      visit(c + 1);
    }
    counts[c] = 0;
  };
  visit(0);
  return found;
}
