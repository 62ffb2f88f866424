import { PUBLIC } from './requests.ts';
import type { Server, Servers, Volume } from './servers.ts';

/** A server as the API tells it; its parts come from a depth of 2 on. */
export function serverShape(server: Server, servers: Servers, depth: number) {
  const { id, centre, created, properties, state, nics } = server;
  const volumes = servers.volumesOf(server);
  const [boot] = volumes;
  const parts = {
    volumes: { items: volumes.map(volumeShape) },
    nics: {
      items: nics.map(({ id, properties }, nth) => ({
        id,
        type: 'nic',
        properties: { ...properties, ips: properties.ips ?? [], pciSlot: 6 + nth },
      })),
    },
  };
  return {
    id,
    type: 'server',
    href: `${PUBLIC}/datacenters/${centre.id}/servers/${id}`,
    metadata: { createdDate: new Date(created).toISOString(), state },
    properties: {
      ...properties,
      vmState: state === 'AVAILABLE' ? 'RUNNING' : 'NOSTATE',
      ...(boot && { bootVolume: { id: boot.id, type: 'volume' } }),
    },
    ...(depth >= 2 && { entities: parts }),
  };
}

/** What only a creation takes is not told. */
export function volumeShape({ id, properties, server }: Volume) {
  const { name, type, size, image } = properties;
  return {
    id,
    type: 'volume',
    metadata: { state: 'AVAILABLE' },
    properties: {
      ...(name !== undefined && { name }),
      ...(type !== undefined && { type }),
      ...(image !== undefined && { image }),
      size,
      ...(server !== null && { bootServer: server }),
    },
  };
}
