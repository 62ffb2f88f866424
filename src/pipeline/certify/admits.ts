import type { Labels } from '../../model/selector.ts';
import { selects } from '../../model/selector.ts';
import type { ServicePlacement } from '../../model/spec/service.ts';

/** Tells whether the rules that look at nothing but labels let a service onto a compute. */
export function admits(
  { affinity = [], antiAffinity = [], topologyKey }: ServicePlacement,
  labels: Labels,
): boolean {
  return (
    affinity.every((selector) => selects(selector, labels)) &&
    !antiAffinity.some((selector) => selects(selector, labels)) &&
    (topologyKey === undefined || labels.has(topologyKey))
  );
}
