import type { Resources } from '../../model/spec/definitions.ts';
import type { ServiceSpec } from '../../model/spec/service.ts';

/** Leaves away what max says again of min, as it is min where nothing else is said. */
export function canonical(spec: ServiceSpec): ServiceSpec {
  const { min, max } = spec.resources;
  const more = Object.entries(max ?? {}).filter(
    ([resource, amount]) => min[resource as keyof Resources] !== amount,
  );
  return { ...spec, resources: more.length > 0 ? { min, max: Object.fromEntries(more) } : { min } };
}
