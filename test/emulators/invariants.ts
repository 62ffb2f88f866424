import type { Billable } from './vendor.ts';

/** What must hold at every moment: one intent has one order. */
export function doubled(billables: readonly Billable[]): string[] {
  const byIntent = new Map<string, string>();
  return billables.flatMap(({ what, intent }) => {
    if (intent === null) return [];
    const other = byIntent.get(intent);
    byIntent.set(intent, what);
    return other === undefined ? [] : [`intent ${intent} has ${other} and ${what}`];
  });
}

/** What must hold in the end: somebody answers for whatever costs money. */
export function ownerless(billables: readonly Billable[]): string[] {
  return billables.flatMap(({ what, owned }) => (owned ? [] : [`${what} costs money and nobody wants it`]));
}
