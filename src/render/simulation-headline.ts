import type { Simulation } from '../model/simulation.ts';
import { price } from './price.ts';

/** Says in one line what was tried and what comes of it: `Without region/fsn1: 12 move, 3 no longer fit · €412.10 → €300.00/month`. */
export function simulationHeadline(simulation: Simulation): string {
  const { moves, placed, unplaced, resized, released, monthlyCost } = simulation;
  const fit = unplaced.filter(({ from }) => from !== null).length;
  const parts = [
    [placed.length, 'placed'],
    [moves.length, moves.length === 1 ? 'moves' : 'move'],
    [resized, 'resized'],
    [released, 'released'],
    [fit, fit === 1 ? 'no longer fits' : 'no longer fit'],
    [unplaced.length - fit, unplaced.length - fit === 1 ? 'new one does not fit' : 'new ones do not fit'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const { before, after, currency } = monthlyCost;
  const cost =
    before === after
      ? `${price(after, currency)}/month`
      : `${price(before, currency)} → ${price(after, currency)}/month`;
  return `${premise(simulation)}: ${said.join(', ') || 'nothing moves'} · ${cost}`;
}

/** At most so many addresses are named. */
const NAMED = 4;

function premise({ without, added, consolidation }: Simulation): string {
  const givenBack = (consolidation?.givenBack.length ?? 0) > 0 ? ['what can be given back'] : [];
  const missing = [...(without.length > 0 ? [listed(without)] : []), ...givenBack];
  const parts = [
    ...(missing.length > 0 ? [`without ${missing.join(' and ')}`] : []),
    ...(added.length > 0 ? [`with ${listed(added)}`] : []),
  ];
  const text = parts.join(' and ');
  return text === '' ? 'As it is' : text.charAt(0).toUpperCase() + text.slice(1);
}

function listed(addresses: readonly string[]): string {
  if (addresses.length <= NAMED) return addresses.join(', ');
  return `${addresses.slice(0, NAMED - 1).join(', ')} and ${addresses.length - NAMED + 1} more`;
}
