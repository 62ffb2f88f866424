import { randomUUID } from 'node:crypto';
import type { Server } from './servers.ts';

export interface IpBlock {
  readonly id: string;
  readonly location: string;
  readonly ips: readonly string[];
  readonly name: string;
  readonly labels: Map<string, string>;
  /** Somebody used it once, so nobody keeps it for later. */
  wasUsed: boolean;
}

/** Reserved addresses: each costs money until it is released, whether it is used or not. */
export class IpBlocks {
  readonly all = new Map<string, IpBlock>();
  readonly #servers: ReadonlyMap<string, Server>;

  constructor(servers: ReadonlyMap<string, Server>) {
    this.#servers = servers;
  }

  /** Reserves addresses, and gives one to each of these servers. */
  reserve(name: string, ips: readonly string[], ...users: Server[]): IpBlock {
    const location = users[0]?.centre.location ?? 'de/fra';
    const block = { id: randomUUID(), location, ips, name, labels: new Map(), wasUsed: users.length > 0 };
    users.forEach((server, nth) => {
      const [nic] = server.nics;
      if (nic) nic.properties.ips = [ips[nth] ?? ''];
    });
    this.all.set(block.id, block);
    return block;
  }

  consumers({ ips }: IpBlock) {
    return [...this.#servers.values()].flatMap(({ id, properties, centre, nics }) =>
      nics.flatMap((nic) => {
        const used = (nic.properties.ips ?? []).filter((ip) => ips.includes(ip));
        const whose = { nicId: nic.id, serverId: id, serverName: properties.name ?? '' };
        return used.map((ip) => ({ ip, ...whose, datacenterId: centre.id, datacenterName: centre.name }));
      }),
    );
  }
}

export function ipBlockShape(block: IpBlock, consumers: ReturnType<IpBlocks['consumers']>) {
  const { id, location, ips, name } = block;
  return {
    id,
    type: 'ipblock',
    metadata: { state: 'AVAILABLE' },
    properties: { name, location, ips, size: ips.length, ipConsumers: consumers },
  };
}
