import type { MachineOrder } from '../../model/machine.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Objection, Quote } from '../../model/quote.ts';
import { hostKeyFor } from '../cloud-init/host-key.ts';
import { userDataFor } from '../cloud-init/user-data.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { adoptable } from './adoptable.ts';
import type { ServerType } from './api-types.ts';
import type { Catalogue } from './catalogue.ts';
import { conflict } from './make-server.ts';
import { carries, hostOf } from './marks.ts';
import { priceAt } from './price-at.ts';
import { serverRequest } from './server-request.ts';
import { fingerprintOf } from './ssh-key-names.ts';

/** What would come of one order now. */
export function quoteFor(step: string, order: MachineOrder, catalogue: Catalogue, fleet: string): Quote {
  const { denied, currency } = catalogue;
  const none = { step, region: null, price: null };
  try {
    if (denied) throw denied;
    if (order.adopt !== undefined) {
      const server = adopted(order, catalogue, fleet);
      const region = server.location.name;
      return { step, region, price: priceAt(server.server_type, region, currency), objection: null };
    }
    const type = checkedType(order, catalogue, fleet);
    const region = placeFor(type, order, catalogue);
    return { step, region, price: region === null ? null : priceAt(type, region, currency), objection: null };
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

/** The type of an order, once nothing but a full region can stand in its way. */
function checkedType(order: MachineOrder, catalogue: Catalogue, fleet: string): ServerType {
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
  const images = catalogue.images.filter((one) => one.architecture === type.architecture);
  if (!/^\d+$/.test(image) && !images.some((one) => one.name === image && one.status === 'available')) {
    throw unknown('image', `${image} for ${type.architecture}`, []);
  }
  for (const key of order.sshKeys) {
    if (fingerprintOf(key) === null && !catalogue.keys.includes(key))
      throw unknown('SSH key', key, catalogue.keys);
  }
  const taken = catalogue.servers.find((server) => server.name === name);
  if (taken && !(carries(taken.labels, { fleet }) && hostOf(taken.labels) === order.name))
    throw conflict(taken);
  return type;
}

/** The first region of an order that has its type now; null where the order leaves that to the provider. */
function placeFor(
  type: ServerType,
  { region, fallback = [] }: MachineOrder,
  { locations }: Catalogue,
): string | null {
  if (region === null) return null;
  const regions = [region, ...fallback];
  const strange = regions.find((name) => !locations.includes(name));
  if (strange !== undefined) throw unknown('location', strange, locations);
  const offered = type.locations.filter(({ deprecation }) => !isPast(deprecation?.unavailable_after));
  const where = offered.map(({ name }) => name);
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
