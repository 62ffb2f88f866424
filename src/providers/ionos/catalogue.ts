import type { MachineOrder } from '../../model/machine.ts';
import { together } from '../http/together.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Contract, Image, Lan, Location, Template } from './api-types.ts';
import type { FoundServer } from './find-server.ts';
import { findServer } from './find-server.ts';
import type { IonosApi, Standing } from './ionos-api.ts';
import type { Place } from './places.ts';
import { placesFor, placesOf } from './places.ts';
import { wishesOf } from './server-request.ts';

export type Limits = NonNullable<Contract['properties']['resourceLimits']>;

/** What orders are held against. What is in stock nobody tells: it comes out when a machine is made. */
export interface Catalogue {
  readonly places: readonly Place[];
  readonly locations: readonly Standing<Location>[];
  /** Null where the token may not see them. */
  readonly limits: Limits | null;
  /** Images that orders name by id; null where there is none of an id. */
  readonly images: ReadonlyMap<string, Image | null>;
  /** Templates that orders name; null where there is none of an id. */
  readonly templates: ReadonlyMap<string, Template | null>;
  /** The LANs of places, by their id, where an order names one. */
  readonly lans: ReadonlyMap<string, readonly Standing<Lan>[]>;
  /** Servers that orders take over, by id. */
  readonly servers: ReadonlyMap<string, FoundServer | null>;
}

/** Reads what orders are held against, once for all of them. */
export async function readCatalogue(
  api: IonosApi,
  project: string | null,
  orders: readonly MachineOrder[],
): Promise<Catalogue> {
  const [datacenters, locations, limits] = await together([
    api.datacenters(),
    api.items<Standing<Location>>('/locations', { depth: 1 }),
    limitsOf(api),
  ]);
  const places = placesOf(datacenters);
  const here = placesFor(places, project);
  const wishes = orders.flatMap((order) => wishesOrNone(order));
  const images = wishes.flatMap(({ volume: { image } }) => (image === undefined ? [] : [image]));
  const templates = wishes.flatMap(({ server: { templateUuid } }) => templateUuid ?? []);
  const namesLans = wishes.some(({ lan }) => lan !== null);
  return {
    places,
    locations,
    limits,
    images: await mapped(images, (id) => api.find<Image>(`/images/${id}`, { depth: 1 })),
    templates: await mapped(templates, (id) => api.find<Template>(`/templates/${id}`, { depth: 1 })),
    lans: await mapped(namesLans ? here.map(({ id }) => id) : [], api.lans),
    servers: await mapped(
      orders.flatMap(({ adopt }) => adopt ?? []),
      (id) => findServer(api, here, id),
    ),
  };
}

async function limitsOf(api: IonosApi): Promise<Limits | null> {
  try {
    const [contract] = await api.items<Contract>('/contracts', { depth: 1 });
    return contract?.properties.resourceLimits ?? null;
  } catch (error) {
    // Not every user of a contract may see it; a token that may nothing fails elsewhere.
    if (error instanceof ProviderFailure && error.failure === 'permission') return null;
    throw error;
  }
}

function wishesOrNone(order: MachineOrder) {
  try {
    return order.adopt === undefined ? [wishesOf(order)] : [];
  } catch {
    return [];
  }
}

async function mapped<T>(ids: readonly string[], read: (id: string) => Promise<T>): Promise<Map<string, T>> {
  const wanted = [...new Set(ids)];
  return new Map(await together(wanted.map(async (id) => [id, await read(id)] as const)));
}
