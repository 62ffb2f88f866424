import type { Machine } from '../model/machine.ts';
import type { RemoteAccess } from './remote-access.ts';
import type { RemoteHost } from './remote-shell.ts';

/** A machine at each of its addresses; none where no address or no host key of it is known. */
export function remoteHosts({ addresses, hostKey }: Machine, { user, port }: RemoteAccess): RemoteHost[] {
  if (hostKey === undefined) return [];
  // Some providers give an address with the length of its network.
  return addresses.map((address) => ({ address: address.replace(/\/\d+$/, ''), hostKey, user, port }));
}
