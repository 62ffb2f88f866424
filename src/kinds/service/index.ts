import { describeResources } from '../../model/describe-resources.ts';
import { defineKind } from '../kind.ts';
import { portRange } from '../port-checks/port.range.ts';
import { selectorEmpty } from '../selector-checks/selector.empty.ts';
import { selectorOperator } from '../selector-checks/selector.operator.ts';
import { tagUnknownKeyInSelector } from '../selector-checks/tag.unknown-key-in-selector.ts';
import { canonical } from './canonical.ts';
import { serviceMinAboveMax } from './checks/service.min-above-max.ts';

export const service = defineKind<'Service'>({
  name: 'Service',
  category: 'deployment',
  canonical,
  summary: ({ replicas, resources, state }) =>
    [
      replicas === 1 ? '1 replica' : `${replicas} replicas`,
      describeResources(resources.min),
      ...(state === 'active' ? [] : [state]),
    ].join(', '),
  concerns: () => [],
  checks: [serviceMinAboveMax, portRange, selectorEmpty, selectorOperator, tagUnknownKeyInSelector],
});
