import type { Random } from '../../packing/random.ts';
import type { Draft, Guest } from './draft.ts';
import { NOWHERE } from './instance.ts';

/** Sizes count for this much more or less when turns are drawn. */
const LUCK = 0.4;
/** Turns that come before, or after, all that sizes decide. */
const FIRST = -1e9;
const LAST = 1e9;

/**
 * Seats guests on a draft: high priority first; whoever stood first of those; then, by lot, either the small
 * ones first, so that many find a place, or those who had one in falling order, so that they fit, and then the
 * others. Now and then one waits until all others had their turn. Each goes home if it can, else where least
 * would be left.
 */
export function recreate(
  draft: Draft,
  guests: Guest[],
  sizeOf: (guest: Guest) => number,
  random: Random,
): void {
  const rising = random() < 0.5;
  const late = random() < 0.5 ? Math.floor(random() * guests.length) : NOWHERE;
  for (let nth = 0; nth < guests.length; nth++) {
    const guest = guests[nth] as Guest;
    const size = sizeOf(guest) * (1 - LUCK + 2 * LUCK * random());
    if (guest.stood) guest.turn = FIRST - size;
    else if (nth === late) guest.turn = LAST;
    else if (rising || guest.before === NOWHERE) guest.turn = size;
    else guest.turn = -size;
  }
  guests.sort((a, b) => b.instance.workload.priority - a.instance.workload.priority || a.turn - b.turn);
  for (const guest of guests) {
    const nth = bestFor(draft, guest, random);
    if (nth !== NOWHERE) draft.seat(guest, nth);
  }
}

function bestFor(draft: Draft, { instance, home }: Guest, random: Random): number {
  let best = NOWHERE;
  let least = Infinity;
  for (let nth = 0; nth < draft.computes.length; nth++) {
    if (!draft.admits(instance.workload, nth)) continue;
    if (draft.computes[nth] === home) return nth;
    const left = draft.spare(nth) * (1 - LUCK + 2 * LUCK * random());
    if (left >= least) continue;
    least = left;
    best = nth;
  }
  return best;
}
