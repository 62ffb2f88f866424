import type { Manifest } from '../../model/manifest.ts';
import type { Resource, ResourceVector } from '../../model/resources.ts';
import { eachResource, RESOURCES } from '../../model/resources.ts';
import type { Labels } from '../../model/selector.ts';
import { labelsOf, selects } from '../../model/selector.ts';

/**
 * Finds what of a compute's free capacity no service of the fleet can use. A free amount of a resource is stranded
 * unless there is an active service that asks for some of that resource in its min, may run on this compute by its
 * affinity and anti-affinity selectors, and whose min, with its buffer, fits in what is free there in every
 * resource. So it is stranded where another resource is exhausted, and where even the smallest such min no longer
 * fits. What else runs there does not matter (spreadMax, topologyKey, services that avoid each other): it may leave.
 */
export function stranded(
  compute: Manifest<'Compute'>,
  available: ResourceVector,
  services: readonly Manifest<'Service'>[],
): ResourceVector {
  const labels = labelsOf(compute.metadata.name, compute.spec);
  const useful = new Set<Resource>();
  const inQuestion = RESOURCES.filter((resource) => available[resource] > 0);
  for (const service of services) {
    const asked = inQuestion.filter((resource) => !useful.has(resource) && asksFor(service, resource));
    if (asked.length === 0 || !fits(service, available) || !admits(service, labels)) continue;
    for (const resource of asked) useful.add(resource);
    if (useful.size === inQuestion.length) break;
  }
  return eachResource((resource) => (useful.has(resource) ? 0 : available[resource]));
}

function asksFor({ spec }: Manifest<'Service'>, resource: Resource): boolean {
  return spec.state === 'active' && spec.replicas > 0 && (spec.resources.min[resource] ?? 0) > 0;
}

function fits({ spec: { resources, placement } }: Manifest<'Service'>, available: ResourceVector): boolean {
  return RESOURCES.every((resource) => {
    const needed = (resources.min[resource] ?? 0) + (placement?.buffer?.[resource] ?? 0);
    return needed <= available[resource];
  });
}

function admits({ spec: { placement } }: Manifest<'Service'>, labels: Labels): boolean {
  return (
    (placement?.affinity ?? []).every((selector) => selects(selector, labels)) &&
    !(placement?.antiAffinity ?? []).some((selector) => selects(selector, labels))
  );
}
