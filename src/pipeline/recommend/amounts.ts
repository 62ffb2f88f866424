import { RESOURCES } from '../../model/resources.ts';
import type { Resources } from '../../model/spec/definitions.ts';

const PER_UNIT = 1000;
/** What binary fractions may add to or take from a figure that a manifest can express. */
const FUZZ = 1e-6;

/** Writes what is needed in whole thousandths, rounded up, as placement does. */
export function needed(amount: Resources | undefined): number[] {
  return RESOURCES.map((resource) => Math.ceil((amount?.[resource] ?? 0) * PER_UNIT - FUZZ) + 0);
}

/** Writes what is offered in whole thousandths, rounded down. */
export function offered(amount: Resources): number[] {
  return RESOURCES.map((resource) => Math.max(0, Math.floor((amount[resource] ?? 0) * PER_UNIT + FUZZ)));
}
