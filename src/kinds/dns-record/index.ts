import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';
import { cnameApex } from './checks/cname.apex.ts';
import { cnameCoexists } from './checks/cname.coexists.ts';
import { cnameDangling } from './checks/cname.dangling.ts';
import { cnameLoop } from './checks/cname.loop.ts';
import { cnameMultiple } from './checks/cname.multiple.ts';
import { dnsCaaTag } from './checks/dns.caa-tag.ts';
import { dnsFamily } from './checks/dns.family.ts';
import { dnsIpUnassigned } from './checks/dns.ip-unassigned.ts';
import { dnsOutsideZone } from './checks/dns.outside-zone.ts';
import { dnsRepeatedZone } from './checks/dns.repeated-zone.ts';
import { dnsValueContradictsIp } from './checks/dns.value-contradicts-ip.ts';
import { dnsValueSyntax } from './checks/dns.value-syntax.ts';
import { ptrMultiple } from './checks/ptr.multiple.ts';
import { ptrNameMatchesAddress } from './checks/ptr.name-matches-address.ts';
import { ptrNotForwardConfirmed } from './checks/ptr.not-forward-confirmed.ts';
import { computesOfAddress } from '../../model/computes-of-address.ts';

export const dnsRecord = defineKind({
  name: 'DNSRecord',
  category: 'network',
  canonical,
  summary: ({ name, type, value, ip }) => `${name} ${type} → ${[value ?? ip ?? []].flat().join(', ')}`,
  concerns: ({ spec }, graph) => {
    const computes = [spec.ip ?? []].flat().flatMap((ip) => computesOfAddress(ip, graph));
    return [...new Set(computes)];
  },
  checks: [
    cnameApex,
    cnameCoexists,
    cnameDangling,
    cnameLoop,
    cnameMultiple,
    dnsCaaTag,
    dnsFamily,
    dnsIpUnassigned,
    dnsOutsideZone,
    dnsRepeatedZone,
    dnsValueContradictsIp,
    dnsValueSyntax,
    ptrMultiple,
    ptrNameMatchesAddress,
    ptrNotForwardConfirmed,
  ],
});
