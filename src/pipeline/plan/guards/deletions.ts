import { counted } from '../../../model/counted.ts';
import type { Guard } from '../guard.ts';

/** More objects go away at once than the project allows. */
export const deletions: Guard = {
  name: 'deletions',
  objection({ steps, project }) {
    const limit = project.spec.guards.maxDeletions;
    const count = steps.filter(({ verb }) => verb === 'delete').length;
    return count > limit ? `${counted(count, 'object')} would be deleted, and the limit is ${limit}` : null;
  },
};
