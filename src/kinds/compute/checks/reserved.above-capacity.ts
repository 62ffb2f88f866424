import { describeFigure } from '../../../model/describe-resources.ts';
import { RESOURCES } from '../../../model/resources.ts';
import type { Check } from '../../kind.ts';

/** A compute keeps more of a resource for itself than it has. */
export const reservedAboveCapacity: Check<'Compute'> = {
  id: 'reserved.above-capacity',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const { reserved } = manifest.spec;
      if (!reserved) continue;
      const { capacity, faults } = graph.hardwareTotalOf(manifest.metadata.name);
      for (const resource of RESOURCES) {
        const kept = reserved[resource] ?? 0;
        // Storage that is wrongly built counts as none; that is the mistake to mend first.
        if (kept <= capacity[resource] || (resource === 'nvme' && faults.length > 0)) continue;
        const [wanted, had] = [kept, capacity[resource]].map((amount) => describeFigure(resource, amount));
        yield {
          manifest,
          pointer: `/spec/reserved/${resource}`,
          message: `reserved ${resource} is ${wanted}, above the capacity of ${had}`,
          hint: 'reserve less, or assign the components that are missing',
        };
      }
    }
  },
};
