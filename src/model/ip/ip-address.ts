import { isIP } from 'node:net';
import { valueOfGroups } from './groups.ts';

/** One address as a number: 32 bits of IPv4 or 128 of IPv6. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** How many bits the addresses of a family have. */
export const BITS = { 4: 32, 6: 128 } as const;

/** `::ffff:0:0/96`, where IPv6 spells the addresses of IPv4 a second time. */
const MAPPED = 0xffffn;

/**
 * Reads a strict literal: what `node:net` takes for an address, without a zone id, without decimal parts in IPv6 and
 * without IPv4 inside IPv6, so that one address is one number. Null for any other text.
 */
export function parseIp(text: string): IpAddress | null {
  const family = isIP(text);
  if (family === 4) return { family, value: BigInt(dotted(text)) };
  if (family !== 6 || text.includes('%') || text.includes('.')) return null;
  const value = hexadecimal(text);
  return value >> 32n === MAPPED ? null : { family, value };
}

function dotted(text: string): number {
  let value = 0;
  for (const part of text.split('.')) value = value * 256 + Number(part);
  return value;
}

function hexadecimal(text: string): bigint {
  const zeros = text.indexOf('::');
  if (zeros < 0) return valueOfGroups(text.split(':'), []);
  return valueOfGroups(groups(text.slice(0, zeros)), groups(text.slice(zeros + 2)));
}

function groups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
