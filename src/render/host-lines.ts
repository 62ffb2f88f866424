import type { HostLine } from '../model/order-explanation.ts';
import { columns } from './columns.ts';
import { folded } from './folded.ts';

/** Lists Hosts with their states, or says that there is none. */
export function hostLines(hosts: readonly HostLine[], full: boolean): readonly string[] {
  if (hosts.length === 0) return ['no host'];
  const rows = hosts.map(({ host, state }) => [host, state]);
  return folded(columns(rows, ['left', 'left']), full);
}
