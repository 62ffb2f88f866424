import type { Manifest } from '../../model/manifest.ts';
import type { Resource, ResourceVector } from '../../model/resources.ts';
import { eachResource, RESOURCES } from '../../model/resources.ts';
import type { Labels } from '../../model/selector.ts';
import { labelsOf, selects } from '../../model/selector.ts';

/** What is free on a compute. */
export interface FreeThere {
  /** Neither allocated nor kept free. */
  readonly left: ResourceVector;
  /** What those on it do not need; more than is left where they are granted more than they need. */
  readonly room: ResourceVector;
  /** What they ask to leave free. */
  readonly buffer: ResourceVector;
}

/**
 * Finds what of a compute's free capacity no service of the fleet can use. What is left of a resource is stranded
 * unless there is an active service that asks for some of that resource in its min, may run on this compute by its
 * affinity and anti-affinity selectors, and whose min fits in the room there in every resource, with its own buffer and
 * those of who is there. So it is stranded where another resource is exhausted, and where even the smallest such min
 * no longer fits. Who else runs there does not matter (spreadMax, topologyKey, services that avoid each other): they
 * may leave.
 */
export function stranded(
  compute: Manifest<'Compute'>,
  free: FreeThere,
  services: readonly Manifest<'Service'>[],
): ResourceVector {
  const labels = labelsOf(compute.metadata.name, compute.spec);
  const useful = new Set<Resource>();
  const inQuestion = RESOURCES.filter((resource) => free.left[resource] > 0);
  for (const service of services) {
    const asked = inQuestion.filter((resource) => !useful.has(resource) && asksFor(service, resource));
    if (asked.length === 0 || !fits(service, free) || !admits(service, labels)) continue;
    for (const resource of asked) useful.add(resource);
    if (useful.size === inQuestion.length) break;
  }
  return eachResource((resource) => (useful.has(resource) ? 0 : free.left[resource]));
}

function asksFor({ spec }: Manifest<'Service'>, resource: Resource): boolean {
  return spec.state === 'active' && spec.replicas > 0 && (spec.resources.min[resource] ?? 0) > 0;
}

function fits({ spec: { resources, placement } }: Manifest<'Service'>, { room, buffer }: FreeThere): boolean {
  return RESOURCES.every((resource) => {
    const min = resources.min[resource] ?? 0;
    const own = placement?.buffer?.[resource] ?? 0;
    // Of what it does not ask for, it takes nothing, however little there is.
    return min + own === 0 || min + Math.max(own, buffer[resource]) <= room[resource];
  });
}

function admits({ spec: { placement } }: Manifest<'Service'>, labels: Labels): boolean {
  return (
    (placement?.affinity ?? []).every((selector) => selects(selector, labels)) &&
    !(placement?.antiAffinity ?? []).some((selector) => selects(selector, labels))
  );
}
