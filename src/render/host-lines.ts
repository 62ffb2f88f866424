import type { HostLine } from '../model/order-explanation.ts';
import { columns } from './columns.ts';

/** Lists Hosts with their states, or says that there is none. */
export function hostLines(hosts: readonly HostLine[]): string[] {
  if (hosts.length === 0) return ['no host'];
  return columns(
    hosts.map(({ host, state }) => [host, state]),
    ['left', 'left'],
  );
}
