import type { ResourceVector } from '../../model/resources.ts';
import { eachResource, RESOURCES, vectorOf } from '../../model/resources.ts';
import type { Shape } from './shape.ts';

/** What an instance is granted, as YAML shows it: amounts of 0 are left out. */
export function amountsData(granted: ResourceVector): Record<string, number> {
  const amounts = RESOURCES.map((name): [string, number] => [name, granted[name]]);
  return Object.fromEntries(amounts.filter(([, amount]) => amount !== 0));
}

/** Reads what an instance is granted; throws a ShapeFault. */
export function amountsOf(shape: Shape): ResourceVector {
  shape.only(...RESOURCES);
  return vectorOf(eachResource((name) => shape.field(name).optional()?.number() ?? 0));
}
