import type { Budget } from '../../src/packing/budget.ts';
import type { Effort } from '../../src/packing/effort.ts';
import type { Market } from '../../src/packing/market.ts';
import type { Packing } from '../../src/packing/packing.ts';

/** Time without end. */
export const NO_HURRY: Budget = {
  expired: () => false,
  left: () => Infinity,
  pause: () => Promise.resolve(),
  tell: () => undefined,
  signal: new AbortController().signal,
};

/** Enough for a handful of instances. */
export const SMALL_EFFORT: Effort = {
  seed: 1,
  iterations: 200,
  iterationsEach: 200,
  rounds: 30,
  columns: 500,
  nodes: 200,
};

/** Every rule that a packing breaks. */
export function faultsOf(market: Market, { bins, cost, left }: Packing): string[] {
  const { width, need, buffer, capacity, most, replicas, fits, classCount, avoids, price } = market;
  const faults: string[] = [];
  const placed = new Int32Array(classCount);
  for (const [nth, bin] of bins.entries()) {
    for (let r = 0; r < width; r++) {
      const used = bin.classes.reduce((sum, c) => sum + (need[c * width + r] ?? 0) * (bin.counts[c] ?? 0), 0);
      const kept = Math.max(0, ...bin.classes.map((c) => buffer[c * width + r] ?? 0));
      if (used + kept > (capacity[bin.offer * width + r] ?? 0))
        faults.push(`host ${nth} is overfull in ${r}`);
    }
    for (const c of bin.classes) {
      placed[c]! += bin.counts[c] ?? 0;
      if ((bin.counts[c] ?? 0) > (most[c] ?? 0)) faults.push(`host ${nth} has too many of ${c}`);
      if (fits[bin.offer * classCount + c] !== 1) faults.push(`${c} is not allowed on host ${nth}`);
      if (avoids[c]?.some((other) => (bin.counts[other] ?? 0) > 0))
        faults.push(`host ${nth} mixes what ${c} avoids`);
    }
  }
  for (let c = 0; c < classCount; c++) {
    if (placed[c]! + Math.max(0, left[c]!) !== replicas[c])
      faults.push(`instances of ${c} are lost or doubled`);
  }
  if (Math.abs(bins.reduce((sum, bin) => sum + price[bin.offer]!, 0) - cost) > 1e-6)
    faults.push('the cost is wrong');
  return faults;
}

/** The lowest cost of packing everything, by trying every way; only for a handful of instances. */
export function bruteForce(market: Market): number {
  const { replicas, offerCount, price } = market;
  const instances = [...replicas].flatMap((count, c) => Array<number>(count).fill(c));
  let best = Infinity;
  const cheapestFor = (content: readonly number[]): number => {
    let least = Infinity;
    for (let offer = 0; offer < offerCount; offer++) {
      if (price[offer]! < least && holds(market, offer, content)) least = price[offer]!;
    }
    return least;
  };
  const visit = (at: number, groups: number[][]): void => {
    if (at === instances.length) {
      best = Math.min(
        best,
        groups.reduce((sum, group) => sum + cheapestFor(group), 0),
      );
      return;
    }
    for (const group of groups) {
      group.push(instances[at]!);
      visit(at + 1, groups);
      group.pop();
    }
    visit(at + 1, [...groups, [instances[at]!]]);
  };
  visit(0, []);
  return best;
}

function holds(
  { width, need, buffer, capacity, most, fits, classCount, avoids }: Market,
  offer: number,
  content: readonly number[],
): boolean {
  for (const c of content) {
    if (fits[offer * classCount + c] !== 1) return false;
    if (content.filter((other) => other === c).length > most[c]!) return false;
    if (content.some((other) => avoids[c]!.includes(other))) return false;
  }
  for (let r = 0; r < width; r++) {
    const used = content.reduce((sum, c) => sum + need[c * width + r]!, 0);
    if (used + Math.max(0, ...content.map((c) => buffer[c * width + r]!)) > capacity[offer * width + r]!)
      return false;
  }
  return true;
}
