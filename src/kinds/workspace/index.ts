import { defineKind } from '../kind.ts';
import { selectorEmpty } from '../selector-checks/selector.empty.ts';
import { selectorOperator } from '../selector-checks/selector.operator.ts';
import { clusterNoControlPlane } from './checks/cluster.no-control-plane.ts';
import { tagUnknownKeyInSelector } from '../selector-checks/tag.unknown-key-in-selector.ts';

export const workspace = defineKind<'Workspace'>({
  name: 'Workspace',
  category: 'other',
  summary: ({ type, organization, kubernetes }) =>
    `${type === 'kubernetes' ? `Kubernetes ${kubernetes?.version ?? ''}`.trim() : 'hosts'} of ${organization}`,
  concerns: () => [],
  checks: [selectorEmpty, selectorOperator, tagUnknownKeyInSelector, clusterNoControlPlane],
});
