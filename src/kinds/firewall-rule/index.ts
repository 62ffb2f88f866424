import type { FirewallRuleSpec } from '../../model/spec/firewall-rule.ts';
import { defineKind } from '../kind.ts';

export const firewallRule = defineKind({
  name: 'FirewallRule',
  category: 'network',
  summary: (spec) =>
    [
      spec.action,
      spec.protocol,
      ...portsOf(spec),
      ...(spec.direction === 'out' ? ['out'] : []),
      `from ${spec.source}`,
      ...(spec.destination === 'any' ? [] : [`to ${spec.destination}`]),
    ].join(' '),
  concerns: () => [],
  checks: [],
});

/** `22`, `8000-8080`, or nothing where every port is meant. */
function portsOf({ portStart, portEnd }: FirewallRuleSpec): string[] {
  if (portStart === 0) return [];
  return [portEnd === 0 || portEnd === portStart ? `${portStart}` : `${portStart}-${portEnd}`];
}
