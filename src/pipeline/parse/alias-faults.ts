import { nearestName } from '../../model/nearest-name.ts';
import type { Anchors } from './anchors.ts';
import type { Unplaced } from './fault.ts';
import { bare } from './shown.ts';

/** How many values the aliases of one document may expand to. */
export const MAX_EXPANDED = 10_000;
/** Among how many anchors the one that was meant is looked for. */
const MAX_CANDIDATES = 500;

/** A bomb: few lines that expand to more than any memory holds. */
export const TOO_MUCH: Unplaced = {
  code: 'alias-bomb',
  message: `aliases expand to more than ${MAX_EXPANDED.toLocaleString('en')} values`,
  hint: 'write the values out',
};

export const NOT_MERGEABLE: Unplaced = {
  code: 'merge',
  message: '<< takes over the fields of a mapping, and here is none',
  hint: 'name the anchor of a mapping, or a list of them',
};

/** An alias whose anchor is not above it. */
export function unknownAnchor(name: string, anchors: Anchors): Unplaced {
  const near = nearestName(name, anchors.names(MAX_CANDIDATES));
  const hint = near
    ? `did you mean *${near}?`
    : 'define the anchor above its alias, or quote the value if it is text';
  return { code: 'alias-unknown', message: `no anchor &${bare(name)} is defined above`, hint };
}

/** An alias inside the value that it stands for. */
export function contained(name: string): Unplaced {
  return { code: 'alias-cycle', message: `&${bare(name)} contains itself`, hint: 'write the value out' };
}
