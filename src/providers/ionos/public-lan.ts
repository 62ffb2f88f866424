import { ProviderFailure } from '../provider-failure.ts';
import type { Lan } from './api-types.ts';
import { followRequest, OutOfSight } from './follow-request.ts';
import type { IonosApi, Standing } from './ionos-api.ts';
import type { Place } from './places.ts';

/** The public LAN of ours, where a virtual data centre had none. */
const NAME = 'stowage';

/**
 * Finds the LAN that machines of a place are on: the one a profile names; else the public one of the lowest number; else
 * one of ours, which is made once, shared by all machines and left when they go, as it costs nothing. Two runs that make
 * one at the same time make two, which harms nobody: from then on the lower one is it.
 */
export class PublicLans {
  readonly #api: IonosApi;
  readonly #known = new Map<string, Promise<number>>();

  constructor(api: IonosApi) {
    this.#api = api;
  }

  /** Fails with `profile` where a profile names one that is not there: the API would make it, and a private one. */
  async of(place: Place, wanted: number | null): Promise<number> {
    const key = `${place.id} ${wanted ?? ''}`;
    const lan = this.#known.get(key) ?? this.#find(place, wanted);
    this.#known.set(key, lan);
    // What failed once may do better the next time.
    lan.catch(() => this.#known.delete(key));
    return await lan;
  }

  async #find(place: Place, wanted: number | null): Promise<number> {
    const lans = await this.#api.lans(place.id);
    const found = lanAmong(lans, place, wanted);
    if (found !== null) return found;
    try {
      const call = { method: 'POST', path: `/datacenters/${place.id}/lans` } as const;
      const request = await this.#api.change({ ...call, body: { properties: { name: NAME, public: true } } });
      if (request !== null) await followRequest(this.#api, request);
    } catch (error) {
      const isUnclear = error instanceof ProviderFailure && error.failure === 'ambiguous';
      if (!isUnclear && !(error instanceof OutOfSight)) throw error;
      throw notYet(place, error.message);
    }
    const made = lanAmong(await this.#api.lans(place.id), place, null);
    if (made === null) throw notYet(place, 'it is not to be seen yet');
    return made;
  }
}

/** The number of the LAN; null where one is to be made. */
export function lanAmong(lans: readonly Standing<Lan>[], place: Place, wanted: number | null): number | null {
  if (wanted === null) {
    const numbers = lans.filter(({ properties }) => properties.public === true).map(({ id }) => Number(id));
    return numbers.length > 0 ? Math.min(...numbers) : null;
  }
  if (lans.some(({ id }) => Number(id) === wanted)) return wanted;
  const there = lans.map(({ id, properties: { name = '' } }) => `${id} (${name})`).join(', ');
  const hint = there === '' ? 'it has none: leave lan out, and a public one is made' : `it has ${there}`;
  throw new ProviderFailure('profile', `virtual data centre ${place.name} has no LAN ${wanted}`, hint);
}

function notYet(place: Place, why: string): ProviderFailure {
  const message = `the public LAN of virtual data centre ${place.name} is not there yet: ${why}`;
  return new ProviderFailure('transient', message, 'no machine was ordered; apply again');
}
