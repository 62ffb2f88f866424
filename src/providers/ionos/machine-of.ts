import type { FoundMachine, Machine, Marker } from '../../model/machine.ts';
import type { Server } from './api-types.ts';
import type { Standing } from './ionos-api.ts';
import type { Labels } from './marks.ts';
import { LABELS, markerOf, textOf } from './marks.ts';
import type { Place } from './places.ts';
import { hostOf } from './server-request.ts';

/** Finds the SSH host key of a machine that was made under a mark. */
export type HostKeyOf = (marker: Marker) => { readonly publicKey: string };

/** A server as everybody else sees it. What was taken over has labels, and a host key that is not of our making. */
export function machineOf(
  server: Standing<Server>,
  { location }: Place,
  hostKeyOf: HostKeyOf,
  labels: Labels = {},
): Machine {
  const { id, properties, metadata } = server;
  const marker = markerOf(server, labels);
  const wasAdopted = labels[LABELS.intent] !== undefined;
  const host = labels[LABELS.host];
  const hostKey = marker && !wasAdopted ? hostKeyOf(marker).publicKey : undefined;
  const { name = '' } = properties;
  const made = marker && !wasAdopted ? hostOf(name, marker.intent) : name;
  return {
    id,
    name: host === undefined ? made : textOf(host),
    marker,
    state: stateOf(server),
    addresses: addressesOf(server),
    region: location,
    since: metadata?.createdDate ?? new Date().toISOString(),
    ...(hostKey !== undefined && { hostKey }),
  };
}

/** `BUSY` and the like while the vendor works on it; what the machine itself does once it is `AVAILABLE`. */
export function stateOf({ metadata, properties }: Server): string {
  const state = metadata?.state ?? 'BUSY';
  return state === 'AVAILABLE' ? (properties.vmState ?? state) : state;
}

/** Its addresses, card by card, IPv4 before IPv6; a card gets them a while after it is made. */
export function addressesOf({ entities }: Server): string[] {
  const cards = [...(entities?.nics?.items ?? [])];
  cards.sort((a, b) => (a.properties.pciSlot ?? 0) - (b.properties.pciSlot ?? 0));
  return cards.flatMap(({ properties: { ips, ipv6Ips } }) => [...(ips ?? []), ...(ipv6Ips ?? [])]);
}

/** A server with what is known of it. The API tells no prices. */
export function foundMachine(
  server: Standing<Server>,
  place: Place,
  hostKeyOf: HostKeyOf,
  labels?: Labels,
): FoundMachine {
  const { cores, ram, cpuFamily, type, templateUuid, bootVolume } = server.properties;
  const volumes = server.entities?.volumes?.items ?? [];
  const boot = volumes.find(({ id }) => id === bootVolume?.id)?.properties ?? volumes[0]?.properties;
  const parameters = {
    cores,
    ram,
    cpuFamily,
    type,
    templateUuid,
    volumeSize: boot?.size,
    volumeType: boot?.type,
  };
  const known = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  return {
    machine: machineOf(server, place, hostKeyOf, labels),
    parameters: Object.fromEntries(known),
    image: boot?.imageAlias ?? boot?.image ?? null,
    resources: resourcesOf(server),
    price: null,
  };
}

/** What a server has: cores, memory in MB, and nvme in GB over all of its volumes. */
export function resourcesOf({ properties: { cores, ram }, entities }: Server): Record<string, number> {
  const volumes = entities?.volumes?.items ?? [];
  const nvme = volumes.reduce((sum, { properties }) => sum + properties.size, 0);
  return { ...(cores !== undefined && { cores }), ...(ram !== undefined && { memory: ram }), nvme };
}
