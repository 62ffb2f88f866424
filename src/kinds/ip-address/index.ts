import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';
import { computesOfAddress } from '../../model/computes-of-address.ts';
import { gatewayInCidr } from '../address-checks/gateway.in-cidr.ts';
import { gatewaySameFamily } from '../address-checks/gateway.same-family.ts';
import { ipClass } from '../address-checks/ip.class.ts';
import { ipInCidr } from '../address-checks/ip.in-cidr.ts';
import { ipSyntax } from '../address-checks/ip.syntax.ts';
import { cidrOverlap } from './checks/cidr.overlap.ts';
import { ipDuplicate } from './checks/ip.duplicate.ts';
import { ipEqualsGateway } from './checks/ip.equals-gateway.ts';
import { ipNetworkOrBroadcast } from './checks/ip.network-or-broadcast.ts';
import { ipStateContradicts } from './checks/ip.state-contradicts.ts';

export const ipAddress = defineKind<'IPAddress'>({
  name: 'IPAddress',
  category: 'network',
  canonical,
  summary: ({ address, type, state }) => `${address}, ${type}${state === 'reserved' ? ', reserved' : ''}`,
  concerns: ({ metadata }, graph) => computesOfAddress(metadata.name, graph),
  checks: [
    ipSyntax,
    ipDuplicate,
    ipInCidr,
    ipNetworkOrBroadcast,
    ipEqualsGateway,
    gatewaySameFamily,
    gatewayInCidr,
    cidrOverlap,
    ipClass,
    ipStateContradicts,
  ],
});
