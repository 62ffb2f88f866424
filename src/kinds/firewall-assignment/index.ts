import { describeSelector } from '../../model/selector.ts';
import { defineKind } from '../kind.ts';
import { selectorEmpty } from '../selector-checks/selector.empty.ts';
import { selectorOperator } from '../selector-checks/selector.operator.ts';
import { fwassignDuplicate } from './checks/fwassign.duplicate.ts';
import { fwassignNoRules } from './checks/fwassign.no-rules.ts';
import { tagUnknownKeyInSelector } from '../selector-checks/tag.unknown-key-in-selector.ts';

export const firewallAssignment = defineKind<'FirewallAssignment'>({
  name: 'FirewallAssignment',
  category: 'network',
  summary: ({ rule, compute, computeSelector, enabled }) =>
    `${rule} on ${compute ?? `computes with ${describeSelector(computeSelector ?? {})}`}${enabled ? '' : ', disabled'}`,
  concerns: ({ spec }) => (spec.compute === undefined ? [] : [spec.compute]),
  checks: [selectorEmpty, selectorOperator, tagUnknownKeyInSelector, fwassignDuplicate, fwassignNoRules],
});
