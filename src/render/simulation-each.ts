import type { SurvivedOrNot } from '../model/simulation.ts';
import { columns } from './columns.ts';
import { counted } from '../model/counted.ts';

/** How many services one line names. */
const NAMED = 5;

/** Writes which single losses a fleet does not survive, or all of them, and counts them in the last line. */
export function simulationEach(each: readonly SurvivedOrNot[], full: boolean): readonly string[] {
  const failed = each.filter(({ survived }) => !survived);
  const rows = (full ? each : failed).map(({ address, survived, moves, unplaced }) => [
    `${survived ? ' ' : '-'} ${address}`,
    `${counted(moves, 'move')},`,
    survived
      ? 'everything fits'
      : `${unplaced.length} no longer ${unplaced.length === 1 ? 'fits' : 'fit'}: ${services(unplaced)}`,
  ]);
  return columns(rows, ['left', 'right', 'left']);
}

/** Says how many single losses a fleet survives: `31 of 38 are survived, 7 are not`. */
export function eachSummary(each: readonly SurvivedOrNot[]): string {
  const failed = each.filter(({ survived }) => !survived).length;
  if (each.length === 0) return 'there is nothing to lose';
  if (each.length === 1) return `the only one is ${failed === 0 ? 'survived' : 'not survived'}`;
  if (failed === 0) return `all ${each.length} are survived`;
  return `${each.length - failed} of ${each.length} are survived, ${failed} ${failed === 1 ? 'is' : 'are'} not`;
}

function services(unplaced: SurvivedOrNot['unplaced']): string {
  const counts = new Map<string, number>();
  for (const { service } of unplaced) counts.set(service, (counts.get(service) ?? 0) + 1);
  const named = [...counts].map(([service, number]) => (number === 1 ? service : `${number} × ${service}`));
  const more = named.length - NAMED;
  return more > 0 ? `${named.slice(0, NAMED).join(', ')} and ${more} more` : named.join(', ');
}
