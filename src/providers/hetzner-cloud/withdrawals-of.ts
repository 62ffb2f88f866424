import type { Withdrawal } from '../../model/quote.ts';
import type { Image, ServerType } from './api-types.ts';

/**
 * What of an order is on its way out, in the place where it would go; where that is null the vendor chooses, and what is
 * still to be had in one place is not on its way out.
 */
export function withdrawalsOf(
  type: ServerType,
  place: string | null,
  image: Image | undefined,
): Withdrawal[] {
  const ends = type.locations
    .filter(({ name }) => place === null || name === place)
    .map(({ deprecation }) => deprecation?.unavailable_after);
  const last = ends.includes(undefined) ? undefined : ends.sort().at(-1);
  const where = place === null ? '' : ` in ${place}`;
  return [
    ...(last === undefined
      ? []
      : [{ what: `server type ${type.name}${where}`, parameter: 'server_type', until: last.slice(0, 10) }]),
    // How long after that it can be ordered, the API does not tell.
    ...(image?.deprecated ? [{ what: `image ${image.name}`, parameter: 'image', until: null }] : []),
  ];
}
