import type { Marker } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Place } from './places.ts';

/** That nobody can tell what became of an order. */
export function unclear(
  { marker, place }: { readonly marker: Marker; readonly place: Place },
  why: string,
): ProviderFailure {
  const message = `nobody can tell yet whether a server was made in ${place.name} for intent ${marker.intent}, and the next apply looks again: ${why}`;
  return new ProviderFailure('ambiguous', message, 'see the servers and requests in the console of IONOS');
}
