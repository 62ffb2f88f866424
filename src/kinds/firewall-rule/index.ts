import type { FirewallRuleSpec } from '../../model/spec/firewall-rule.ts';
import { ipSyntax } from '../address-checks/ip.syntax.ts';
import { defineKind } from '../kind.ts';
import { fwCorrelated } from './checks/fw.correlated.ts';
import { fwFamilyMix } from './checks/fw.family-mix.ts';
import { fwHostBits } from './checks/fw.host-bits.ts';
import { fwLockout } from './checks/fw.lockout.ts';
import { fwPortProtocol } from './checks/fw.port-protocol.ts';
import { fwRangeReversed } from './checks/fw.range-reversed.ts';
import { fwRedundant } from './checks/fw.redundant.ts';
import { fwShadowed } from './checks/fw.shadowed.ts';
import { fwTie } from './checks/fw.tie.ts';
import { fwUnmatchable } from './checks/fw.unmatchable.ts';
import { fwV4Only } from './checks/fw.v4-only.ts';
import { fwWorldOpenAdmin } from './checks/fw.world-open-admin.ts';

export const firewallRule = defineKind<'FirewallRule'>({
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
  checks: [
    ipSyntax,
    fwFamilyMix,
    fwPortProtocol,
    fwRangeReversed,
    fwHostBits,
    fwShadowed,
    fwRedundant,
    fwCorrelated,
    fwTie,
    fwUnmatchable,
    fwLockout,
    fwWorldOpenAdmin,
    fwV4Only,
  ],
});

/** `22`, `8000-8080`, or nothing where every port is meant. */
function portsOf({ portStart, portEnd }: FirewallRuleSpec): string[] {
  if (portStart === 0) return [];
  return [portEnd === 0 || portEnd === portStart ? `${portStart}` : `${portStart}-${portEnd}`];
}
