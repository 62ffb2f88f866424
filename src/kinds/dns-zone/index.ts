import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';

export const dnsZone = defineKind({
  name: 'DNSZone',
  category: 'network',
  canonical,
  summary: ({ name, provider }) => `${name} at ${provider}`,
  concerns: () => [],
  checks: [],
});
