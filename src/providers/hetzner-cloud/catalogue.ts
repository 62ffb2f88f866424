import type { MachineOrder } from '../../model/machine.ts';
import { together } from '../http/together.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Image, Location, Pricing, Server, ServerType, SshKey } from './api-types.ts';
import { Refusal } from './failure-of.ts';
import type { HetznerApi } from './hetzner-api.ts';
import { serverName } from './server-name.ts';
import { imageOf } from './server-request.ts';
import { fingerprintOf } from './ssh-key-names.ts';

/** So many servers are asked for one by one, at most. */
const FEW = 5;

/** What orders are held against: what the project may have, and what it has. */
export interface Catalogue {
  readonly types: readonly ServerType[];
  readonly locations: readonly string[];
  /** Only those that orders name. */
  readonly images: readonly Image[];
  /** Names and ids. Empty where no order names one. */
  readonly keys: readonly string[];
  /** At least those that have the names of orders, or are to be taken over. */
  readonly servers: readonly Server[];
  readonly currency: string;
  /** Why nothing can be ordered with this token; null where it may. */
  readonly denied: ProviderFailure | null;
}

/** Reads what orders are held against, once for all of them. */
export async function readCatalogue(api: HetznerApi, orders: readonly MachineOrder[]): Promise<Catalogue> {
  const images = [...new Set(orders.map(nameOfImage))].filter((name) => name !== null);
  const namesKeys = orders.some(({ sshKeys }) => sshKeys.some((key) => fingerprintOf(key) === null));
  const [types, locations, found, keys, servers, currency, denied] = await together([
    api.all<ServerType>('/server_types', 'server_types'),
    api.all<Location>('/locations', 'locations'),
    together(images.map((name) => api.all<Image>('/images', 'images', { name, include_deprecated: 'true' }))),
    namesKeys ? api.all<SshKey>('/ssh_keys', 'ssh_keys') : Promise.resolve([]),
    serversFor(api, orders),
    currencyOf(api),
    denialOf(api),
  ]);
  return {
    types,
    locations: locations.map(({ name }) => name),
    images: found.flat(),
    keys: keys.flatMap(({ id, name }) => [String(id), name]),
    servers,
    currency,
    denied,
  };
}

/** Asks for each of a few; of many, for all there are, page by page. */
async function serversFor(api: HetznerApi, orders: readonly MachineOrder[]): Promise<Server[]> {
  if (orders.length > FEW) return await api.servers();
  const found = await together(
    orders.map(async ({ name, adopt }) =>
      adopt === undefined ? await api.servers({ name: serverName(name) }) : [await api.server(adopt)],
    ),
  );
  return found.flat().filter((server) => server !== null);
}

/** The ISO 4217 code of what the account is billed in. */
export async function currencyOf(api: HetznerApi): Promise<string> {
  const { pricing } = await api.call<{ pricing: Pricing }>({ method: 'GET', path: '/pricing' });
  return pricing.currency;
}

/** The name of the image an order asks for; null where it names one by id. */
function nameOfImage(order: MachineOrder): string | null {
  try {
    const image = imageOf(order);
    return /^\d+$/.test(image) ? null : image;
  } catch {
    return null;
  }
}

/**
 * What a token may do is told by no read: a key without a name and without a key is asked for, which nobody gets, and a
 * token that may only read is told so.
 */
async function denialOf(api: HetznerApi): Promise<ProviderFailure | null> {
  try {
    await api.call({ method: 'POST', path: '/ssh_keys', body: {} });
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid_input') return null;
    if (error instanceof ProviderFailure && error.failure === 'permission') return error;
    throw error;
  }
}
