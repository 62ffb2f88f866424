import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';

export const ipPool = defineKind({
  name: 'IPPool',
  category: 'network',
  canonical,
  summary: ({ cidr, gateway }) => (gateway === undefined ? cidr : `${cidr}, gateway ${gateway}`),
  concerns: () => [],
  checks: [],
});
