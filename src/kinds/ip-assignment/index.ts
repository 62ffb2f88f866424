import { defineKind } from '../kind.ts';

export const ipAssignment = defineKind({
  name: 'IPAssignment',
  category: 'network',
  summary: ({ ip, pool, compute, primary }) =>
    `${ip ?? `next address of ${pool}`} for ${compute}${primary ? ', primary' : ''}`,
  concerns: ({ spec }) => [spec.compute],
  checks: [],
});
