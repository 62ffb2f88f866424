import { describeFigure } from '../../../model/describe-resources.ts';
import { RESOURCES } from '../../../model/resources.ts';
import { uncountedComputes } from '../../../model/uncounted-computes.ts';
import type { Check } from '../../kind.ts';

/** A compute keeps more of a resource for itself than it has. */
export const reservedAboveCapacity: Check<'Compute'> = {
  id: 'reserved.above-capacity',
  severity: 'error',
  *run(manifests, { graph, unread }) {
    if (unread('ComponentAssignment')) return;
    const uncounted = uncountedComputes(graph);
    for (const manifest of manifests) {
      const { reserved } = manifest.spec;
      if (!reserved || uncounted.has(manifest.metadata.name)) continue;
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
  page: {
    meaning: `\`reserved\` is what a compute keeps for itself, for its system or for work that Stowage does not know of. It cannot be
more than the compute has: either the figure is wrong (memory and vram are in MB, storage in GB), or a component that
stands in the machine is assigned nowhere.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  reserved: { memory: 262144 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: ddr4-32g }
spec: { type: ram, manufacturer: Samsung, model: M393A4K40DB3, specs: { capacity_gb: 32 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-memory }
spec: { component: ddr4-32g, computes: [ber1-db-01], quantity: 4 }
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  reserved: { memory: 4096 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: ddr4-32g }
spec: { type: ram, manufacturer: Samsung, model: M393A4K40DB3, specs: { capacity_gb: 32 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-memory }
spec: { component: ddr4-32g, computes: [ber1-db-01], quantity: 4 }
`,
  },
};
