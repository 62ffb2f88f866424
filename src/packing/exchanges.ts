import type { Market } from './market.ts';

/** Wherever an instance of the second class has room, one of the first may stand instead. */
export type Exchange = readonly [small: number, large: number];

/**
 * Finds which classes may always take the place of which others. As columns of the master program they keep the
 * prices of like classes in order, so that far fewer rounds of column generation are needed (dual-optimal
 * inequalities: Ben Amor, Desrosiers, Valério de Carvalho, Operations Research 2006).
 */
export function exchangesOf(market: Market): Exchange[] {
  const classes = [...market.replicas.keys()];
  const free = classes.filter((c) => isFree(market, c));
  return classes.flatMap((large) => {
    const smaller = free.filter((small) => small !== large && mayReplace(market, small, large));
    // Of a chain only the nearest: the others follow.
    return smaller
      .filter((small) => !smaller.some((other) => other !== small && mayReplace(market, small, other)))
      .map((small) => [small, large] as const);
  });
}

/** Rules that look at who else is there forbid an exchange. */
function isFree({ most, replicas, avoids }: Market, c: number): boolean {
  return (most[c] as number) >= (replicas[c] as number) && avoids[c]?.length === 0;
}

function mayReplace(
  { width, need, buffer, fits, offerCount, classCount }: Market,
  small: number,
  large: number,
): boolean {
  for (let r = 0; r < width; r++) {
    const [a, b] = [small * width + r, large * width + r];
    if ((need[a] as number) > (need[b] as number) || (buffer[a] as number) > (buffer[b] as number))
      return false;
  }
  for (let p = 0; p < offerCount; p++) {
    if ((fits[p * classCount + large] as number) > (fits[p * classCount + small] as number)) return false;
  }
  return !equal({ width, need, buffer, fits, offerCount, classCount }, small, large) || small < large;
}

type Alike = Pick<Market, 'width' | 'need' | 'buffer' | 'fits' | 'offerCount' | 'classCount'>;

function equal({ width, need, buffer, fits, offerCount, classCount }: Alike, a: number, b: number): boolean {
  for (let r = 0; r < width; r++) {
    if (need[a * width + r] !== need[b * width + r] || buffer[a * width + r] !== buffer[b * width + r])
      return false;
  }
  for (let p = 0; p < offerCount; p++)
    if (fits[p * classCount + a] !== fits[p * classCount + b]) return false;
  return true;
}
