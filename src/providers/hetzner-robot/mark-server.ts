import type { Machine, Marker } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Account } from './account.ts';
import { machineOf } from './machine-of.ts';
import { markOf, serverName } from './marks.ts';

/** A delivered server with its mark, which is its name in Robot; the name is given where it is not there yet. */
export async function markedMachine(
  account: Account,
  number: number,
  host: string,
  marker: Marker,
  signal?: AbortSignal,
): Promise<Machine> {
  const { api } = account;
  const server = await api.server(number, signal);
  if (!server) {
    const message = `server ${number} is not there any more`;
    throw new ProviderFailure('fatal', message, 'see the server in Robot');
  }
  const known = markOf(server.server_name)?.marker;
  if (known && (known.fleet !== marker.fleet || known.uid !== marker.uid)) {
    const message = `server ${number} carries the mark of another object, of fleet ${known.fleet}`;
    throw new ProviderFailure('fatal', message, 'find out whose it is');
  }
  const name = serverName(host, marker);
  const isNamed = known?.intent === marker.intent;
  return await machineOf(account, isNamed ? server : await api.rename(number, name, signal));
}
