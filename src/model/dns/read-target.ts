import { parseIp } from '../ip/ip-address.ts';
import { absoluteName, nameFault, type NameRule } from './dns-name.ts';
import type { RdataFault, ReadRdata } from './rdata.ts';
import { isReverse } from './reverse-name.ts';
import { covers } from './zone.ts';

/** The types that lead to a host: the numbers that stand before it, and what the host's name may consist of. */
export const TARGETS = {
  CNAME: { numbers: [], rule: 'label', root: false },
  NS: { numbers: [], rule: 'host', root: false },
  PTR: { numbers: [], rule: 'label', root: false },
  MX: { numbers: ['preference'], rule: 'host', root: true },
  SRV: { numbers: ['priority', 'weight', 'port'], rule: 'host', root: true },
} as const satisfies Record<string, { numbers: readonly string[]; rule: NameRule; root: boolean }>;

export type TargetType = keyof typeof TARGETS;

/** Reads what leads to a host, such as `10 mail.example.com.`; names without a trailing dot lie below `domain`. */
export function readTarget(type: TargetType, text: string, domain: string): ReadRdata {
  const { numbers, root } = TARGETS[type];
  const words = text.split(/[ \t]+/);
  const host = words.at(-1) ?? '';
  const odd = words.slice(0, -1).find((word) => !isUint16(word));
  if (words.length !== numbers.length + 1 || odd !== undefined) return { fault: shapeFault(type, text) };
  const before = words.slice(0, -1).map((word) => `${word} `);
  if (host === '.' && root) return { rdata: { text: `${before.join('')}.`, target: null, ip: null } };
  const literal = /^(.*?)\.?$/.exec(host)?.[1] ?? host;
  if (parseIp(literal) || /^\d+(\.\d+){3}$/.test(literal)) return { fault: literalFault(type, literal) };

  const fault = repeatedZone(type, host, domain);
  const target = absoluteName(fault ? `${host}.` : host, domain);
  // RFC 1033: what has an address is a host, and so is what an address leads back to; a service (RFC 6763) is not.
  const rule = type === 'PTR' && isReverse(domain) ? 'host' : TARGETS[type].rule;
  const inName = nameFault(target, rule);
  if (inName) return { fault: { code: 'dns.name-syntax', ...inName } };
  return { rdata: { text: `${before.join('')}${target}.`, target, ip: null }, ...(fault && { fault }) };
}

/** A name that was meant to be absolute and lacks its dot. */
function repeatedZone(type: TargetType, host: string, domain: string): RdataFault | undefined {
  if (host.endsWith('.') || host === '@') return undefined;
  const lost = type !== 'CNAME' && isReverse(domain);
  if (!lost && !covers(domain, host.toLowerCase())) return undefined;
  return {
    code: 'dns.repeated-zone',
    message: `"${host}" has no trailing dot and so means ${absoluteName(host, domain)}`,
    hint: `write ${host}. with a dot at its end`,
  };
}

function literalFault(type: TargetType, literal: string): RdataFault {
  return {
    code: 'dns.target-is-ip',
    message: `${article(type)} leads to a name, and "${literal}" is an address`,
    hint: type === 'CNAME' ? 'use A or AAAA' : 'give the address a name with A or AAAA, and write that name',
  };
}

function shapeFault(type: TargetType, text: string): RdataFault {
  const { numbers } = TARGETS[type];
  const form = [...numbers, 'name'].join(' ');
  return {
    code: 'dns.value-syntax',
    message: `"${text}" is no value of ${article(type)}, which is: ${form}`,
    hint: `write it like ${[...numbers.map(() => '10'), 'host.example.com.'].join(' ')}${numbers.length ? ', each number 0 to 65535' : ''}`,
  };
}

export function isUint16(word: string): boolean {
  return /^(0|[1-9]\d{0,4})$/.test(word) && Number(word) <= 65535;
}

function article(type: TargetType): string {
  return /^[NMS]/.test(type) ? `an ${type}` : `a ${type}`;
}
