import { defineKind } from '../kind.ts';
import { ipAssignedTwice } from './checks/ip.assigned-twice.ts';
import { ipElsewhere } from './checks/ip.elsewhere.ts';
import { primaryMissing } from './checks/primary.missing.ts';
import { primaryUnique } from './checks/primary.unique.ts';

export const ipAssignment = defineKind({
  name: 'IPAssignment',
  category: 'network',
  summary: ({ ip, pool, compute, primary }, status = {}) => {
    const { address } = status;
    const chosen = typeof address === 'string' ? `${address} of ${pool}` : `next address of ${pool}`;
    return `${ip ?? chosen} for ${compute}${primary ? ', primary' : ''}`;
  },
  concerns: ({ spec }) => [spec.compute],
  checks: [ipAssignedTwice, ipElsewhere, primaryUnique, primaryMissing],
});
