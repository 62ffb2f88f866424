import type { FoundMachine, Machine, Marker } from '../../model/machine.ts';
import type { Server } from './api-types.ts';
import { resourcesOf } from './resources-of.ts';
import { addressesOf } from './addresses-of.ts';
import { hostOf, markerOf, isOurMaking } from './marks.ts';
import { priceAt } from './price-at.ts';

/** Finds the SSH host key of a machine that was made under a mark. */
export type HostKeyOf = (marker: Marker) => { readonly publicKey: string };

/** A server as everybody else sees it; `fleet` is one it may be of, as a label cannot tell every name. */
export function machineOf(server: Server, hostKeyOf: HostKeyOf, fleet?: string): Machine {
  const { id, name, labels, status, location, created } = server;
  const marker = markerOf(labels, fleet);
  const hostKey = marker && isOurMaking(labels) && hostKeyOf(marker).publicKey;
  return {
    id: String(id),
    name: hostOf(labels) ?? name,
    marker,
    state: status,
    addresses: addressesOf(server),
    region: location.name,
    since: created,
    ...(hostKey && { hostKey }),
  };
}

/** A server with what is known of it. */
export function foundMachine(server: Server, currency: string, hostKeyOf: HostKeyOf): FoundMachine {
  const { server_type: type, location, image } = server;
  return {
    machine: machineOf(server, hostKeyOf),
    parameters: { server_type: type.name },
    image: image && (image.name ?? String(image.id)),
    resources: resourcesOf(type),
    price: priceAt(type, location.name, currency),
  };
}
