import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';
import { dnsNameSyntax } from './checks/dns.name-syntax.ts';
import { dnsNearZone } from './checks/dns.near-zone.ts';
import { dnsTargetIsIp } from './checks/dns.target-is-ip.ts';
import { nsMxSrvNoAddress } from './checks/ns-mx-srv.no-address.ts';
import { nsMxSrvTargetIsCname } from './checks/ns-mx-srv.target-is-cname.ts';
import { rrsetDuplicate } from './checks/rrset.duplicate.ts';
import { rrsetSpfTwice } from './checks/rrset.spf-twice.ts';
import { rrsetTtlDiffers } from './checks/rrset.ttl-differs.ts';
import { ttlRange } from './checks/ttl.range.ts';

export const dnsZone = defineKind({
  name: 'DNSZone',
  category: 'network',
  canonical,
  summary: ({ name, provider }) => `${name} at ${provider}`,
  concerns: () => [],
  checks: [
    dnsNameSyntax,
    dnsNearZone,
    dnsTargetIsIp,
    nsMxSrvNoAddress,
    nsMxSrvTargetIsCname,
    rrsetDuplicate,
    rrsetSpfTwice,
    rrsetTtlDiffers,
    ttlRange,
  ],
});
