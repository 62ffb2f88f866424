import type { MachineOrder } from '../../model/machine.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Objection, Quote } from '../../model/quote.ts';
import { hostKeyFor } from '../cloud-init/host-key.ts';
import { userDataFor } from '../cloud-init/user-data.ts';
import type { AskedOrder } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { adoptable } from './adoptable.ts';
import type { Image, ServerType } from './api-types.ts';
import type { Catalogue } from './catalogue.ts';
import { conflict } from './make-server.ts';
import { carries } from './marks.ts';
import { priceAt } from './price-at.ts';
import { resourcesOf } from './resources-of.ts';
import { serverRequest } from './server-request.ts';
import { fingerprintOf } from './ssh-key-names.ts';
import { withdrawalsOf } from './withdrawals-of.ts';

/** What would come of one order now. */
export function quoteFor(asked: AskedOrder, catalogue: Catalogue, fleet: string): Quote {
  const { step, order } = asked;
  const { denied, currency } = catalogue;
  const none = { step, region: null, price: null };
  try {
    if (denied) throw denied;
    if (order.adopt !== undefined) {
      const server = adopted(order, catalogue, fleet);
      const region = server.location.name;
      const price = priceAt(server.server_type, region, currency);
      return { step, region, price, resources: resourcesOf(server.server_type), objection: null };
    }
    const { type, image } = checkedRequest(asked, catalogue, fleet);
    const region = placeFor(type, order, catalogue);
    const price = region === null ? null : priceAt(type, region, currency);
    const withdrawals = withdrawalsOf(type, region, image);
    return {
      step,
      region,
      price,
      resources: resourcesOf(type),
      ...(withdrawals.length > 0 && { withdrawals }),
      objection: null,
    };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { failure, message, hint } = error;
    return { ...none, objection: { failure, message, hint } satisfies Objection };
  }
}

function adopted(order: MachineOrder, { servers }: Catalogue, fleet: string) {
  const server = servers.find(({ id }) => String(id) === order.adopt) ?? null;
  // The object has no id yet; that it is of this fleet is all that can be told.
  if (server && carries(server.labels, { fleet })) return server;
  return adoptable(server, order, { fleet, intent: '', uid: '' });
}

/** The type of an order, and its image where that has a name, once nothing but a full region can stand in its way. */
function checkedRequest(
  { order, intents = [] }: AskedOrder,
  catalogue: Catalogue,
  fleet: string,
): { readonly type: ServerType; readonly image: Image | undefined } {
  const mark = { fleet, intent: '', uid: '' };
  // Its key is another then, and as long.
  const userData = userDataFor(order, hostKeyFor('', mark));
  const { server_type: wanted, image, name } = serverRequest(order, mark, { sshKeys: [], userData });
  const type = catalogue.types.find(({ id, name }) => name === wanted || String(id) === wanted);
  if (!type)
    throw unknown(
      'server type',
      wanted,
      catalogue.types.map((one) => one.name),
    );
  const found = catalogue.images.find(
    (one) => one.architecture === type.architecture && one.name === image && one.status === 'available',
  );
  if (!found && !/^\d+$/.test(image)) {
    throw unknown('image', `${image} for ${type.architecture}`, []);
  }
  for (const key of order.sshKeys) {
    if (fingerprintOf(key) === null && !catalogue.keys.includes(key))
      throw unknown('SSH key', key, catalogue.keys);
  }
  const taken = catalogue.servers.find((server) => server.name === name && server.status !== 'deleting');
  // What an earlier run began under its intent is adopted by the next apply.
  if (taken && !intents.some((intent) => carries(taken.labels, { fleet, intent })))
    throw conflict(taken, fleet);
  return { type, image: found };
}

/** The first region of an order that has its type now; null where the order leaves that to the provider. */
function placeFor(
  type: ServerType,
  { region, fallback = [] }: MachineOrder,
  { locations }: Catalogue,
): string | null {
  const offered = type.locations.filter(({ deprecation }) => !isPast(deprecation?.unavailable_after));
  const where = offered.map(({ name }) => name);
  if (region === null) {
    if (where.length > 0) return null;
    const message = `Hetzner Cloud offers ${type.name} nowhere any more`;
    throw new ProviderFailure('profile', message, 'choose another server type');
  }
  const regions = [region, ...fallback];
  const strange = regions.find((name) => !locations.includes(name));
  if (strange !== undefined) throw unknown('location', strange, locations);
  if (!regions.some((name) => where.includes(name))) {
    const message = `Hetzner Cloud does not offer ${type.name} in ${regions.join(', ')}`;
    const hint = where.length > 0 ? `it offers it in ${where.join(', ')}` : 'it offers it nowhere any more';
    throw new ProviderFailure('profile', message, hint);
  }
  const free = regions.find((name) => offered.some((place) => place.name === name && place.available));
  if (free !== undefined) return free;
  const message = `Hetzner Cloud has no ${type.name} left in ${regions.join(', ')}`;
  throw new ProviderFailure('capacity', message, 'choose another region or profile, or try again later');
}

function isPast(time: string | undefined): boolean {
  return time !== undefined && Date.parse(time) < Date.now();
}

function unknown(what: string, name: string, known: readonly string[]): ProviderFailure {
  const near = nearestName(name, known);
  const hint = near ? `did you mean ${near}?` : 'correct the profile or the host';
  return new ProviderFailure('profile', `Hetzner Cloud has no ${what} ${name}`, hint);
}
