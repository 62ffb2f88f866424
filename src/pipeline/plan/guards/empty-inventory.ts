import { counted } from '../../../model/counted.ts';
import type { Guard } from '../guard.ts';

/** Nothing is desired though much is recorded: a wrong folder, more often than a fleet given up. */
export const emptyInventory: Guard = {
  name: 'empty-inventory',
  objection: ({ manifests, recorded, project }) =>
    manifests === 0 && recorded.objects.length > 0
      ? `no manifest was found in ${project.spec.inventory.join(', ')}, and ${counted(recorded.objects.length, 'object is', 'objects are')} recorded`
      : null,
};
