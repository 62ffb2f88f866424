import type { Machine } from '../../model/machine.ts';
import type { Quote } from '../../model/quote.ts';
import type { AskedOrder } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Behaviour } from './behaviour.ts';

const ELSEWHERE = 'choose another region';

/** Fails with `capacity` where a region holds as many machines as it may. */
export function refuseWhereFull(region: string | null, machines: readonly Machine[], how: Behaviour): void {
  const full = fullRegion(region, takenIn(machines), how);
  if (full !== null) throw new ProviderFailure('capacity', full, ELSEWHERE);
}

/** Says of each order whether a region has room for it, those before it counted. */
export function quotesFor(
  orders: readonly AskedOrder[],
  machines: readonly Machine[],
  how: Behaviour,
): Quote[] {
  const taken = takenIn(machines);
  return orders.map(({ step, order: { region, fallback = [] } }) => {
    const refusals = [region, ...fallback].map((name) => ({ name, full: fullRegion(name, taken, how) }));
    const open = refusals.find(({ full }) => full === null);
    if (open?.name != null) taken.set(open.name, (taken.get(open.name) ?? 0) + 1);
    const said = refusals.flatMap(({ full }) => full ?? []).join(', and ');
    const objection = open ? null : { failure: 'capacity' as const, message: said, hint: ELSEWHERE };
    // It sells at any price, so it has none to tell.
    return { step, region: open?.name ?? null, price: null, objection };
  });
}

function takenIn(machines: readonly Machine[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { region } of machines) if (region !== null) taken.set(region, (taken.get(region) ?? 0) + 1);
  return taken;
}

/** Says that a region has no room for another machine; null where it has. */
function fullRegion(
  region: string | null,
  taken: ReadonlyMap<string, number>,
  { stock = {} }: Behaviour,
): string | null {
  const most = region === null ? undefined : stock[region];
  if (region === null || most === undefined || (taken.get(region) ?? 0) < most) return null;
  return `${region} holds ${most} machines and has no room for another`;
}
