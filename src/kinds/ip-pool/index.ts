import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';
import { gatewayInCidr } from '../address-checks/gateway.in-cidr.ts';
import { gatewaySameFamily } from '../address-checks/gateway.same-family.ts';
import { ipClass } from '../address-checks/ip.class.ts';
import { ipInCidr } from '../address-checks/ip.in-cidr.ts';
import { ipSyntax } from '../address-checks/ip.syntax.ts';
import { poolExhausted } from './checks/pool.exhausted.ts';
import { poolOverlap } from './checks/pool.overlap.ts';

export const ipPool = defineKind<'IPPool'>({
  name: 'IPPool',
  category: 'network',
  canonical,
  summary: ({ cidr, gateway }) => (gateway === undefined ? cidr : `${cidr}, gateway ${gateway}`),
  concerns: () => [],
  checks: [ipSyntax, ipInCidr, gatewaySameFamily, gatewayInCidr, ipClass, poolOverlap, poolExhausted],
});
