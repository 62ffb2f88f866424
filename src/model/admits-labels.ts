import type { Labels } from './selector.ts';
import { selects } from './selector.ts';
import type { ServicePlacement } from './spec/service.ts';

/** Tells whether the rules that look at nothing but labels let a service onto a compute. */
export function admitsLabels(
  { affinity = [], antiAffinity = [], topologyKey }: ServicePlacement,
  labels: Labels,
): boolean {
  return (
    affinity.every((selector) => selects(selector, labels)) &&
    !antiAffinity.some((selector) => selects(selector, labels)) &&
    (topologyKey === undefined || labels.has(topologyKey))
  );
}
