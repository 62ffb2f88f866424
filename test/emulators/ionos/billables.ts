import type { Billable } from '../vendor.ts';
import type { IpBlocks } from './ip-blocks.ts';
import type { Servers } from './servers.ts';

/** What costs money there, with the intent it came of, and whether it is anybody's. */
export function billablesOf(servers: Servers, blocks: IpBlocks): Billable[] {
  const machines = [...servers.all.values()].map(({ id, state, nics }) => {
    return {
      what: `server ${id}`,
      intent: intentOf(nics[0]?.properties.name),
      owned: state !== 'INACTIVE',
    };
  });
  const volumes = [...servers.volumes.values()].map(({ id, server }) => {
    const owner = server === null ? undefined : servers.all.get(server);
    return { what: `volume ${id}`, intent: null, owned: owner !== undefined && owner.state !== 'INACTIVE' };
  });
  const addresses = [...blocks.all.values()].map((block) => {
    const owned = !block.wasUsed || blocks.consumers(block).length > 0;
    return { what: `IP block ${block.id}`, intent: null, owned };
  });
  return [...machines, ...volumes, ...addresses];
}

/** The intent in the mark that a part's name is. */
function intentOf(name: string | undefined): string | null {
  return /^stowage\/[^/]+\/[^/]+\/([^/]+)$/.exec(name ?? '')?.[1] ?? null;
}
