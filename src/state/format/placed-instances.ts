import type { Placement } from '../../model/placement.ts';
import type { FileChange } from './file-change.ts';
import { placementsPath } from './paths.ts';
import { encodePlacements } from './placements-yaml.ts';

/** The placements of every service as a batch of acts moves them. */
export class PlacedInstances {
  readonly #services = new Map<string, Map<number, Placement>>();

  constructor(placements: readonly Placement[]) {
    for (const placement of placements)
      this.#instancesOf(placement.service).set(placement.instance, placement);
  }

  /** Moves one instance, and gives the files that say so. */
  change(before: Placement | null, after: Placement | null): FileChange[] {
    if (before) this.#instancesOf(before.service).delete(before.instance);
    if (after) this.#instancesOf(after.service).set(after.instance, after);
    const services = new Set([before, after].flatMap((placement) => placement?.service ?? []));
    return [...services].map((service) => {
      const instances = [...this.#instancesOf(service).values()];
      return {
        path: placementsPath(service),
        text: instances.length > 0 ? encodePlacements(instances) : null,
      };
    });
  }

  #instancesOf(service: string): Map<number, Placement> {
    const instances = this.#services.get(service) ?? new Map<number, Placement>();
    this.#services.set(service, instances);
    return instances;
  }
}
