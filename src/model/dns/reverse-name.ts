import type { IpAddress } from '../ip/ip-address.ts';
import { ipText } from '../ip/ip-text.ts';
import { covers } from './zone.ts';

const TREE = { 4: 'in-addr.arpa', 6: 'ip6.arpa' } as const;

/** The name at which the reverse record of an address stands (RFC 1035, RFC 3596). */
export function reverseName(ip: IpAddress): string {
  const parts = ip.family === 4 ? ipText(ip).split('.') : [...ip.value.toString(16).padStart(32, '0')];
  return `${parts.reverse().join('.')}.${TREE[ip.family]}`;
}

/** Tells whether a name lies where reverse records stand. */
export function isReverse(name: string): boolean {
  return covers(TREE[4], name) || covers(TREE[6], name);
}

/**
 * The address that a reverse name stands for; null where it stands for none. A label that is no number, between the
 * last part and the rest, is the name of a delegated range (RFC 2317): `7.0/25.113.0.203.in-addr.arpa`.
 */
export function addressOfReverse(name: string): IpAddress | null {
  const labels = name.split('.').slice(0, -2).reverse();
  if (name.endsWith(`.${TREE[4]}`)) {
    const parts = labels.length === 5 && !/^\d+$/.test(labels[3] ?? '') ? labels.toSpliced(3, 1) : labels;
    return parts.length === 4 && parts.every(isOctet) ? { family: 4, value: numberOf(parts, 8n, 10) } : null;
  }
  if (!name.endsWith(`.${TREE[6]}`) || labels.length !== 32) return null;
  return labels.every((label) => /^[0-9a-f]$/.test(label))
    ? { family: 6, value: numberOf(labels, 4n, 16) }
    : null;
}

function isOctet(label: string): boolean {
  return /^(0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255;
}

function numberOf(parts: readonly string[], bits: bigint, base: number): bigint {
  return parts.reduce((value, part) => (value << bits) | BigInt(parseInt(part, base)), 0n);
}
