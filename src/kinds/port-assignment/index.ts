import { defineKind } from '../kind.ts';
import { computesOfAddress } from '../../model/computes-of-address.ts';
import { portRange } from '../port-checks/port.range.ts';
import { portBlocked } from './checks/port.blocked.ts';
import { portConflict } from './checks/port.conflict.ts';
import { portIcmp } from './checks/port.icmp.ts';
import { portInternalClash } from './checks/port.internal-clash.ts';
import { portIpUnowned } from './checks/port.ip-unowned.ts';
import { portPartlyBlocked } from './checks/port.partly-blocked.ts';
import { portServiceNumber } from './checks/port.service-number.ts';
import { portServicePort } from './checks/port.service-port.ts';

export const portAssignment = defineKind<'PortAssignment'>({
  name: 'PortAssignment',
  category: 'network',
  summary: ({ protocol, port, ip, service, servicePort }) =>
    `${protocol} ${port} on ${ip} → ${service}:${servicePort ?? port}`,
  concerns: ({ spec }, graph) => computesOfAddress(spec.ip, graph),
  checks: [
    portRange,
    portConflict,
    portIpUnowned,
    portServicePort,
    portServiceNumber,
    portInternalClash,
    portIcmp,
    portBlocked,
    portPartlyBlocked,
  ],
});
