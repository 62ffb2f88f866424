import type { MachineOrder } from '../../model/machine.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Quote } from '../../model/quote.ts';
import type { AskedOrder } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { adoptable } from './adoptable.ts';
import type { Template } from './api-types.ts';
import { Budget } from './budget.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import type { IonosApi } from './ionos-api.ts';
import { resourcesOf } from './machine-of.ts';
import { placeIn } from './places.ts';
import type { Place } from './places.ts';
import { lanAmong } from './public-lan.ts';
import { resourcesFor } from './resources-for.ts';
import type { Wishes } from './server-request.ts';
import { wishesOf } from './server-request.ts';

/**
 * What would come of orders now, with one look at the contract for all of them. The API tells no prices, and nobody
 * knows before what a location has in stock: the region is the first with a virtual data centre of the project.
 */
export async function quotesFor(
  api: IonosApi,
  project: string | null,
  asked: readonly AskedOrder[],
  fleet: string,
): Promise<Quote[]> {
  try {
    const orders = asked.map(({ order }) => order);
    const catalogue = await readCatalogue(api, project, orders);
    const budget = new Budget(catalogue.limits);
    return asked.map(({ step, order }) => {
      try {
        const told = toldOf(order, catalogue, project, budget, fleet);
        return { step, ...told, unknown: true, price: null, objection: null };
      } catch (error) {
        return refused(step, error);
      }
    });
  } catch (error) {
    // Whoever may not even look will not be given anything.
    if (!(error instanceof ProviderFailure) || error.failure !== 'permission') throw error;
    return asked.map(({ step }) => refused(step, error));
  }
}

function refused(step: string, error: unknown): Quote {
  if (!(error instanceof ProviderFailure)) throw error;
  const { failure, message, hint } = error;
  return { step, region: null, price: null, objection: { failure, message, hint } };
}

function toldOf(
  order: MachineOrder,
  catalogue: Catalogue,
  project: string | null,
  budget: Budget,
  fleet: string,
): Pick<Quote, 'region' | 'resources'> {
  if (order.adopt !== undefined) {
    const found = catalogue.servers.get(order.adopt) ?? null;
    const { place, server } = adoptable(found, order, { fleet, uid: null });
    return { region: place.location, resources: resourcesOf(server) };
  }
  const wishes = wishesOf(order);
  const place = firstPlace(order, catalogue, project);
  checkOffered(wishes, place, catalogue);
  const resources = resourcesFor(wishes, templateOf(wishes, catalogue));
  budget.take(order.name, wishes);
  return { region: place.location, resources };
}

/** The template that an order names; null where it names none. */
function templateOf({ server: { templateUuid: id } }: Wishes, { templates }: Catalogue): Template | null {
  if (id === undefined) return null;
  const template = templates.get(id) ?? null;
  if (!template) throw unknown('template', id, []);
  return template;
}

/** The place in the first of an order's regions that has one. */
function firstPlace(
  { region, fallback = [] }: MachineOrder,
  { places, locations }: Catalogue,
  project: string | null,
) {
  if (region === null) return placeIn(places, project, null);
  const known = locations.map(({ id }) => id);
  const regions = [region, ...fallback];
  const strange = regions.find((name) => !known.includes(name));
  if (strange !== undefined) throw unknown('location', strange, known);
  const first = regions.find((name) => {
    return places.some(({ location, ...place }) => {
      return location === name && (project === null || place.id === project || place.name === project);
    });
  });
  return placeIn(places, project, first ?? region);
}

/** Whether a location has the CPU family and the image, and the place the LAN. */
function checkOffered(
  { server, volume, lan }: Wishes,
  place: Place,
  { locations, images, lans }: Catalogue,
): void {
  const { imageAliases = [], cpuArchitecture = [] } =
    locations.find(({ id }) => id === place.location)?.properties ?? {};
  const families = cpuArchitecture.flatMap(({ cpuFamily }) => cpuFamily ?? []);
  if (server.cpuFamily !== undefined && !families.includes(server.cpuFamily)) {
    throw unknown(`CPU family in ${place.location}`, server.cpuFamily, families);
  }
  const { image: id, imageAlias } = volume;
  if (imageAlias !== undefined && !imageAliases.includes(imageAlias)) {
    throw unknown(`image alias in ${place.location}`, imageAlias, imageAliases);
  }
  if (id !== undefined) {
    const image = images.get(id);
    if (!image) throw unknown('image', id, []);
    const { location, cloudInit, name = id } = image.properties;
    if (location !== undefined && location !== place.location) {
      const message = `the image ${name} is in ${location}, and the virtual data centre in ${place.location}`;
      throw new ProviderFailure('profile', message, 'name an image of that location, or an alias');
    }
    if (cloudInit === 'NONE') {
      const message = `the image ${name} takes no user data, by which a machine gets its keys`;
      throw new ProviderFailure('profile', message, 'name an image with cloud-init');
    }
  }
  if (lan !== null) lanAmong(lans.get(place.id) ?? [], place, lan);
}

function unknown(what: string, name: string, known: readonly string[]): ProviderFailure {
  const near = nearestName(name, known);
  const there = known.length > 0 ? `it has ${known.join(', ')}` : 'correct the profile or the host';
  const hint = near === undefined ? there : `did you mean ${near}?`;
  return new ProviderFailure('profile', `IONOS has no ${what} ${name}`, hint);
}
