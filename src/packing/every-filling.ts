import { Bin } from './bin.ts';
import { hostContents } from './host-contents.ts';
import type { Market } from './market.ts';
import type { Pattern } from './pattern.ts';
import { patternOf } from './pattern.ts';
import { marginOf } from './contents.ts';
import { relax } from './relaxation.ts';

/**
 * Lists every way to fill one host that is worth more than `above`: against the linear relaxation every decision has
 * a known loss, and few combinations lose little. Null where that takes more than so many nodes.
 */
export function everyFilling(
  market: Market,
  offer: number,
  values: Float64Array,
  above: number,
  nodes: number,
): Pattern[] | null {
  const host = hostContents(market, offer, values);
  const { bound, rates } = relax(host, new Int32Array(host.classes.length), host.most, host.room);
  const margins = Float64Array.from(host.classes, (_, j) => marginOf(host, j, rates));
  const spare = bound - above + 1e-7 * Math.max(1, Math.abs(above));
  const order = [...margins.keys()]
    .filter((j) => (margins[j] as number) > -spare)
    .sort((a, b) => (margins[b] as number) - (margins[a] as number) || a - b);
  const patterns: Pattern[] = [];
  let left = nodes;
  const visit = (depth: number, bin: Bin, loss: number): void => {
    if (loss >= spare || left-- <= 0) return;
    if (depth === order.length) {
      if (bin.worth(values) > above) patterns.push(patternOf(bin));
      return;
    }
    const j = order[depth] as number;
    const c = host.classes[j] as number;
    const margin = margins[j] as number;
    const wanted = host.most[j] as number;
    const room = bin.roomFor(market, c, wanted);
    // What loses least comes first, so that the search may stop at the first that loses too much.
    for (let nth = 0; nth <= room; nth++) {
      const count = margin > 0 ? room - nth : nth;
      const lost = loss + (margin > 0 ? (wanted - count) * margin : -count * margin);
      if (lost >= spare) break;
      if (count === 0) visit(depth + 1, bin, lost);
      else {
        const next = new Bin(market, offer, bin);
        next.add(market, c, count);
        visit(depth + 1, next, lost);
      }
    }
  };
  visit(0, new Bin(market, offer), 0);
  return left >= 0 ? patterns : null;
}
