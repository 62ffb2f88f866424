import { describeResources } from '../../model/describe-resources.ts';
import { defineKind } from '../kind.ts';

export const computeProfile = defineKind({
  name: 'ComputeProfile',
  category: 'hardware',
  summary: ({ family, resources, price, active }) =>
    [
      family,
      describeResources(resources),
      `${price.monthly.toFixed(2)} ${price.currency} a month`,
      ...(active ? [] : ['inactive']),
    ].join(', '),
  concerns: () => [],
  checks: [],
});
