import { defineKind } from '../kind.ts';
import { componentSpecMissing } from './checks/component.spec-missing.ts';

export const component = defineKind({
  name: 'Component',
  category: 'hardware',
  summary: ({ type, manufacturer, model }) => `${type} ${manufacturer} ${model}`,
  concerns: () => [],
  checks: [componentSpecMissing],
});
