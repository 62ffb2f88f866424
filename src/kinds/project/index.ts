import { defineKind } from '../kind.ts';

export const project = defineKind({
  name: 'Project',
  category: 'other',
  summary: ({ inventory, state }) => `inventory in ${inventory.join(', ')}, state on ${state.branch}`,
  concerns: () => [],
  checks: [],
});
