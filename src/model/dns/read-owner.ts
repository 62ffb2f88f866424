import type { DNSRecordSpec } from '../spec/dns-record.ts';
import { absoluteName, nameFault, type NameRule } from './dns-name.ts';
import type { RdataFault, RecordType } from './rdata.ts';
import { addressOfReverse, isReverse, reverseName } from './reverse-name.ts';
import { parseIp } from '../ip/ip-address.ts';
import { covers } from './zone.ts';

/** The name that has a record. Both where it is wrong and what was meant is plain. */
export interface ReadOwner {
  readonly owner: string;
  readonly fault?: RdataFault;
  /** Whether its fault leaves what was meant open. */
  readonly lost: boolean;
}

/** What may have an address, or take mail, is a host; the rest may have underscores (RFC 8552). */
const RULES: Partial<Record<RecordType, NameRule>> = { A: 'host', AAAA: 'host', MX: 'host' };

/** Where Active Directory keeps the addresses of its global catalogue: the one host with an underscore. */
const CATALOGUE = /^gc\._msdcs\./;

/** Reads the owner name of a record; without a trailing dot it lies below `domain`. */
export function readOwner({ name, type, ptr }: DNSRecordSpec, domain: string): ReadOwner {
  const repeated = !name.endsWith('.') && name !== '@' && covers(domain, name.toLowerCase());
  const owner = absoluteName(repeated ? `${name}.` : name, domain);
  const fault = ownerFault(owner, type) ?? reverseFault(owner, name, type) ?? pointerFault(owner, type, ptr);
  if (fault) return { owner, fault, lost: true };
  if (!repeated) return { owner, lost: false };
  const code = 'dns.repeated-zone';
  const message = `"${name}" has no trailing dot and so means ${absoluteName(name, domain)}`;
  const short = owner === domain ? '@' : owner.slice(0, -domain.length - 1);
  return { owner, fault: { code, message, hint: `write ${short}, or ${name}. with a dot` }, lost: false };
}

function ownerFault(owner: string, type: RecordType): RdataFault | undefined {
  const wildcard = owner.startsWith('*.');
  if (wildcard && type === 'NS') {
    const message = `"${owner}" is a wildcard, and a wildcard cannot have NS records`;
    return { code: 'dns.name-syntax', message, hint: 'delegate each name by itself (RFC 4592)' };
  }
  const rule = (!CATALOGUE.test(owner) && RULES[type]) || 'label';
  const fault = nameFault(wildcard ? owner.slice(2) : owner, rule);
  return fault && { code: 'dns.name-syntax', ...fault };
}

/** Names of services (RFC 6763) are the only ones outside the reverse tree that have PTR records. */
function reverseFault(owner: string, written: string, type: RecordType): RdataFault | undefined {
  if (type !== 'PTR' || owner.startsWith('*.')) return undefined;
  if (isReverse(owner) ? addressOfReverse(owner) : /(^|\.)_/.test(owner)) return undefined;
  const ip = parseIp(written.replace(/\.$/, ''));
  return {
    code: 'ptr.name-matches-address',
    message: `"${owner}" is the reverse name of no address`,
    hint: ip
      ? `the reverse name of ${written} is ${reverseName(ip)}.`
      : 'write all parts of the address from the last to the first, below in-addr.arpa or ip6.arpa',
  };
}

function pointerFault(owner: string, type: RecordType, ptr: boolean): RdataFault | undefined {
  if (!ptr || ((type === 'A' || type === 'AAAA') && !owner.startsWith('*.'))) return undefined;
  const what = owner.startsWith('*.') ? `the wildcard ${owner}` : `a record of type ${type}`;
  return {
    code: 'ptr.name-matches-address',
    message: `ptr: true asks for a way back to ${what}, which is the name of no address`,
    hint: 'leave ptr out, or write it in an A or AAAA record of one name',
  };
}
