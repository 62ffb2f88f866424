import { nearestName } from '../../model/nearest-name.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Datacenter } from './api-types.ts';
import type { Standing } from './ionos-api.ts';

/** A virtual data centre: servers are made in one, and its location is their region. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly location: string;
}

export function placesOf(datacenters: readonly Standing<Datacenter>[]): Place[] {
  return datacenters.map(({ id, properties: { name = '', location } }) => ({ id, name, location }));
}

/** Those of a project: of its name, which may be one in each location, or of its id; all where there is no project. */
export function placesFor(places: readonly Place[], project: string | null): Place[] {
  return places.filter(({ id, name }) => project === null || id === project || name === project);
}

/**
 * The only virtual data centre of a project in a region. Fails with `profile`, and says what there is; where there is none
 * and another region will do that has one, with `capacity`, so that it is that one's turn.
 */
export function placeIn(
  places: readonly Place[],
  project: string | null,
  region: string | null,
  otherwise: readonly string[] = [],
): Place {
  const ofProject = placesFor(places, project);
  const there = ofProject.filter(({ location }) => region === null || location === region);
  const [only] = there;
  if (only && there.length === 1) return only;
  const what = `virtual data centre${project === null ? '' : ` ${project}`}`;
  const where = region === null ? '' : ` in ${region}`;
  if (only) {
    const ids = there.map(({ id, name }) => `${name} (${id})`).join(', ');
    const hint = 'name one by its id in spec.project of the ComputeProvider';
    throw new ProviderFailure('profile', `IONOS has more than one ${what}${where}: ${ids}`, hint);
  }
  const isElsewhere = ofProject.some(({ location }) => otherwise.includes(location));
  const hint = hintFor(places, ofProject, project);
  throw new ProviderFailure(isElsewhere ? 'capacity' : 'profile', `IONOS has no ${what}${where}`, hint);
}

function hintFor(places: readonly Place[], ofProject: readonly Place[], project: string | null): string {
  if (places.length === 0) return 'the contract has no virtual data centre: make one in the console';
  if (ofProject.length > 0) return `it is in ${ofProject.map(({ location }) => location).join(', ')}`;
  const names = [...new Set(places.map(({ name }) => name))];
  const near = nearestName(project ?? '', names);
  return near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`;
}
