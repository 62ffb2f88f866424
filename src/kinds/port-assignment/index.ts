import { defineKind } from '../kind.ts';
import { computesOfAddress } from '../../model/computes-of-address.ts';

export const portAssignment = defineKind({
  name: 'PortAssignment',
  category: 'network',
  summary: ({ protocol, port, ip, service, servicePort }) =>
    `${protocol} ${port} on ${ip} → ${service}:${servicePort ?? port}`,
  concerns: ({ spec }, graph) => computesOfAddress(spec.ip, graph),
  checks: [],
});
