import type { Market } from './market.ts';

/** What an instance of each class costs where its scarcest resource is cheapest: prices for want of better ones. */
export function bareValues({
  width,
  classCount,
  offerCount,
  fits,
  need,
  capacity,
  price,
}: Market): Float64Array {
  return Float64Array.from({ length: classCount }, (_, c) => {
    let least = Infinity;
    for (let p = 0; p < offerCount; p++) {
      if (fits[p * classCount + c] !== 1) continue;
      let share = 0;
      for (let r = 0; r < width; r++) {
        const has = capacity[p * width + r] as number;
        if (has > 0) share = Math.max(share, (need[c * width + r] as number) / has);
      }
      least = Math.min(least, share * (price[p] as number));
    }
    return Number.isFinite(least) ? least : 0;
  });
}
