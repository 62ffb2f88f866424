import type { Machine, Marker } from '../../model/machine.ts';
import type { Secret } from '../../model/secret.ts';
import { hostKeyFor } from '../cloud-init/host-key.ts';
import type { Provider } from '../provider.ts';
import type { Account } from './account.ts';
import { bootstrapServer } from './bootstrap-server.ts';
import { connectServer } from './connect-server.ts';
import { listServers } from './list-servers.ts';
import { foundMachine } from './machine-of.ts';
import { makeServer } from './make-server.ts';
import { observeServer } from './observe-server.ts';
import { orderKeyFor } from './order-key.ts';
import { quotesFor } from './quotes-for.ts';
import { removeServer } from './remove-server.ts';
import { RobotApi } from './robot-api.ts';
import type { ShellWith } from './site.ts';

const PUBLIC_ENDPOINT = 'https://robot-ws.your-server.de';

export interface HetznerRobotOptions {
  /** By default the public one. */
  readonly endpoint?: string;
  /** `user:password` of the webservice. */
  readonly credentials: () => Promise<Secret>;
  /** By default orders are only tested. */
  readonly allowOrders?: boolean;
  /** The highest price of a machine per month, net; without one nothing is ordered. */
  readonly priceCap?: number;
  readonly shellWith: ShellWith;
}

/** Opens an account at Hetzner Robot, where dedicated servers are ordered. */
export function openHetznerRobot({
  endpoint = PUBLIC_ENDPOINT,
  credentials,
  allowOrders = false,
  priceCap,
  shellWith,
}: HetznerRobotOptions): Provider {
  const secret = async () => (await credentials()).reveal();
  const account: Account = {
    api: new RobotApi(endpoint, credentials),
    keyFor: async (marker) => orderKeyFor(await secret(), marker),
    hostKeyFor: async (marker) => hostKeyFor(await secret(), marker),
    allowOrders,
    priceCap: priceCap ?? null,
    spareKeys: new Set(),
  };
  /** No request arbitrates here, so whoever asks twice at once is answered once. */
  const underWay = new Map<string, Promise<Machine>>();

  function once({ fleet, intent }: Marker, make: () => Promise<Machine>): Promise<Machine> {
    const name = JSON.stringify([fleet, intent]);
    const making = underWay.get(name) ?? make().finally(() => underWay.delete(name));
    underWay.set(name, making);
    return making;
  }

  return {
    capabilities: { marks: true, idempotent: false, userData: false, reverseNames: true, adopts: false },
    preflight: (orders) => quotesFor(account, orders),
    observe: (intent, fleet) => observeServer(account, intent, fleet),
    make: (order, marker, signal) => once(marker, () => makeServer(account, order, marker, signal)),
    connect: (machine, order, marker, signal) => connectServer(account, machine, order, marker, signal),
    bootstrap: (machine, order, marker, signal) =>
      bootstrapServer(account, shellWith, machine, order, marker, signal),
    remove: (farewell, signal) => removeServer(account, farewell, signal),
    list: (fleet) => listServers(account, fleet),
    census: async () => {
      const servers = await account.api.servers();
      return await Promise.all(servers.map((server) => foundMachine(account, server)));
    },
  };
}
