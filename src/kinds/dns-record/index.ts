import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';
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
  checks: [],
});
