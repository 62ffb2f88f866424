import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';
import { computesOfAddress } from '../../model/computes-of-address.ts';
import { ipSyntax } from './checks/ip.syntax.ts';

export const ipAddress = defineKind({
  name: 'IPAddress',
  category: 'network',
  canonical,
  summary: ({ address, type, state }) => `${address}, ${type}${state === 'reserved' ? ', reserved' : ''}`,
  concerns: ({ metadata }, graph) => computesOfAddress(metadata.name, graph),
  checks: [ipSyntax],
});
