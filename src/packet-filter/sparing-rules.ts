import type { RulesOfFamily } from './rules-of-family.ts';

/**
 * Later rules that would decide alike without one that decides, by number. Only of what lets packets in: what is denied
 * before a denial of the rest is often named for its own sake. A hidden rule spares none, as it is a mistake of its own, but
 * may deny what only this one hides from it.
 */
export function sparingRules(family: RulesOfFamily, number: number): number[] {
  if (family.rule(number).action === 'DENY') return [];
  const { covering, after } = family.near(number);
  const alike = family.acting(true, number, after).filter((other) => family.near(other).decides);
  if (alike.length === 0) return [];
  const used = new Set<number>();
  if (family.left(number, [...covering, ...alike], used)) return [];
  const stops = family.acting(false, number, after).some((other) => {
    const earlier = [...covering, ...alike.filter((one) => one < other)];
    return family.shared(other, number, earlier) !== null;
  });
  return stops ? [] : [...used].filter((one) => one > number).sort((a, b) => a - b);
}
