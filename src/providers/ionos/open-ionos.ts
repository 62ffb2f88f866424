import type { FoundMachine, Machine, MachineOrder, Marker } from '../../model/machine.ts';
import type { Secret } from '../../model/secret.ts';
import type { HostKey } from '../cloud-init/host-key.ts';
import { hostKeyFor } from '../cloud-init/host-key.ts';
import { userDataFor } from '../cloud-init/user-data.ts';
import { secretOf } from '../http/secret-of.ts';
import { together } from '../http/together.ts';
import { stopped } from '../http/wait.ts';
import type { Provider } from '../provider.ts';
import { adoptable } from './adoptable.ts';
import { connectServer } from './connect-server.ts';
import { findServer, pathOf } from './find-server.ts';
import { IonosApi } from './ionos-api.ts';
import { labelAt, labelsOfAll } from './labels.ts';
import { foundMachine, machineOf } from './machine-of.ts';
import { makeServer } from './make-server.ts';
import { isOf, labelsFor } from './marks.ts';
import { observeServer } from './observe-server.ts';
import type { Place } from './places.ts';
import { placeIn, placesFor, placesOf } from './places.ts';
import { PublicLans } from './public-lan.ts';
import { quotesFor } from './quotes-for.ts';
import { removeServer } from './remove-server.ts';
import { serverRequest, wishesOf } from './server-request.ts';
import { SharedReading } from './shared-reading.ts';

const PUBLIC_ENDPOINT = 'https://api.ionos.com/cloudapi/v6';

/** Longer than any delay after which a server was seen to appear in the lists; nothing is documented. */
export const QUIET_MS = 60_000;

export interface IonosOptions {
  /** By default the public one. */
  readonly endpoint?: string | undefined;
  /** The name of the virtual data centres that machines go into, one in each location, or the id of one; null for any. */
  readonly project: string | null;
  /** The API token. */
  readonly credentials: () => Promise<Secret>;
  /** So long after a request whose reply was lost, what it made is to be seen. */
  readonly quietMs?: number;
  /** Waits until a machine's user data have run; absent, that it runs is enough. */
  readonly ready?: (machine: Machine, signal: AbortSignal) => Promise<void>;
}

/** Opens one project of IONOS Cloud: its virtual data centres, one in each location. */
export function openIonos(options: IonosOptions): Provider {
  const { endpoint = PUBLIC_ENDPOINT, project, credentials, quietMs = QUIET_MS, ready } = options;
  const api = new IonosApi(endpoint, credentials);
  const lans = new PublicLans(api);
  const datacenters = new SharedReading(api.datacenters);
  const servers = new Map<string, SharedReading<Awaited<ReturnType<typeof api.servers>>>>();
  const making = new Map<string, Promise<Machine>>();

  const allPlaces = async () => placesOf(await datacenters.now());
  const ownPlaces = async () => placesFor(await allPlaces(), project);

  /** Ours first: a machine may stand where the project was before. */
  async function everyPlace(): Promise<Place[]> {
    const all = await allPlaces();
    return [...new Set([...placesFor(all, project), ...all])];
  }

  function serversIn({ id }: Place) {
    const reading = servers.get(id) ?? new SharedReading(() => api.servers(id));
    servers.set(id, reading);
    return reading.now();
  }

  /** Host keys follow from the token, which is looked at as late as here. */
  async function hostKeys(): Promise<(marker: Marker) => HostKey> {
    const secret = (await secretOf(credentials)).reveal();
    return (marker) => hostKeyFor(secret, marker);
  }

  async function makeOne(order: MachineOrder, marker: Marker, signal: AbortSignal): Promise<Machine> {
    if (signal.aborted) throw stopped();
    if (order.adopt !== undefined) return await takeOver(order, order.adopt, marker, signal);
    const { lan } = wishesOf(order);
    const place = placeIn(await allPlaces(), project, order.region, order.fallback);
    const hostKeyOf = await hostKeys();
    const made = await makeServer({ api, serversIn, place, marker, quietMs, signal }, async () => {
      const userData = userDataFor(order, hostKeyOf(marker));
      return serverRequest(order, marker, { lan: await lans.of(place, lan), userData });
    });
    // It is what was ordered, even where it can hardly be seen yet.
    const ordered = { name: order.name, marker, hostKey: hostKeyOf(marker).publicKey };
    return { ...machineOf(made, place, hostKeyOf), ...ordered };
  }

  async function takeOver(order: MachineOrder, id: string, marker: Marker, signal: AbortSignal) {
    const found = adoptable(await findServer(api, await ownPlaces(), id, signal), order, marker);
    const labels = await labelAt(api, pathOf(found.place, id), labelsFor(order.name, marker), signal);
    return machineOf(found.server, found.place, await hostKeys(), labels);
  }

  /** Two that ask under one mark in this process get one machine; between processes there is the lease. */
  function make(order: MachineOrder, marker: Marker, signal: AbortSignal): Promise<Machine> {
    const begun = making.get(marker.intent);
    if (begun) return begun;
    const made = makeOne(order, marker, signal).finally(() => making.delete(marker.intent));
    making.set(marker.intent, made);
    return made;
  }

  async function all(): Promise<FoundMachine[]> {
    const places = await ownPlaces();
    const [labels, hostKeyOf, found] = await together([
      labelsOfAll(api, 'server'),
      hostKeys(),
      together(places.map(async (place) => ({ place, servers: await serversIn(place) }))),
    ]);
    return found.flatMap(({ place, servers }) =>
      servers.map((server) => foundMachine(server, place, hostKeyOf, labels.get(server.id))),
    );
  }

  return {
    // Reverse names are no part of this API: they belong to a service of its own.
    capabilities: { marks: true, idempotent: true, userData: true, reverseNames: false, adopts: true },
    preflight: (orders, fleet) => quotesFor(api, project, orders, fleet),
    observe: async (intent, fleet) => {
      const [places, hostKeyOf] = await together([everyPlace(), hostKeys()]);
      return await observeServer({ api, serversIn, places, quietMs, hostKeyOf }, intent, fleet);
    },
    make,
    connect: async ({ id }, _order, marker, signal) => {
      const [places, hostKeyOf] = await together([everyPlace(), hostKeys()]);
      const { server, place, labels } = await connectServer(api, places, id, marker, signal);
      return machineOf(server, place, hostKeyOf, labels);
    },
    bootstrap: async (machine, _order, _marker, signal) => {
      await ready?.(machine, signal);
      return machine;
    },
    remove: async (farewell, signal) => removeServer(api, await everyPlace(), farewell, signal),
    list: async (fleet) => {
      const machines = (await all()).map(({ machine }) => machine);
      return machines.filter(({ marker }) => isOf(marker, { fleet }));
    },
    census: all,
  };
}
