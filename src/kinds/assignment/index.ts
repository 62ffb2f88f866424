import { defineKind } from '../kind.ts';
import { pinForbiddenByRule } from './checks/pin.forbidden-by-rule.ts';
import { pinUnfit } from './checks/pin.unfit.ts';

export const assignment = defineKind({
  name: 'Assignment',
  category: 'deployment',
  summary: ({ service, compute, quantity }) =>
    `${quantity === 1 ? '' : `${quantity} × `}${service} on ${compute}`,
  concerns: ({ spec }) => [spec.compute],
  checks: [pinUnfit, pinForbiddenByRule],
});
