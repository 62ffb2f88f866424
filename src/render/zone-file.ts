import { compareText } from '../model/compare-text.ts';
import type { DnsRecord } from '../model/dns/dns-record.ts';
import type { Zone } from '../model/dns/zone.ts';

/** Seconds, as RIPE-203 advises for zones that are looked after. */
const [REFRESH, RETRY, EXPIRE] = [86_400, 7_200, 3_600_000];
/** Seconds for which a name that is not there is remembered, at most (RFC 2308). */
const LONGEST_ABSENCE = 3_600;

/** What a zone file cannot do without. */
export interface ZoneFileInputs {
  readonly zone: Zone;
  /** All that the zone holds, its NS records included, in any order. */
  readonly records: readonly DnsRecord[];
  /** 0 to 2³²−1; rises with every change, so that secondaries notice. */
  readonly serial: number;
}

/**
 * Writes a zone in the format of BIND (RFC 1035): absolute names, one record per line, in the canonical order of names
 * (RFC 4034), so that the same zone is the same bytes. Its first name server is named as the primary one.
 */
export function zoneFile({ zone, records, serial }: ZoneFileInputs): string {
  const { domain, manifest } = zone;
  const { ttl } = manifest.spec;
  const lines = records
    .map((record) => ({ sort: sortKey(domain, record), line: recordLine(record) }))
    .sort((a, b) => compareText(a.sort, b.sort) || compareText(a.line, b.line))
    .map(({ line }) => line);
  const primary = lines.find((line) => line.startsWith(`${domain}. `) && / IN NS /.test(line))?.split(' ')[4];
  const soa = [primary ?? '.', `hostmaster.${domain}.`, serial, REFRESH, RETRY, EXPIRE];
  return [
    `$TTL ${ttl}`,
    `${domain}. ${ttl} IN SOA ${soa.join(' ')} ${Math.min(ttl, LONGEST_ABSENCE)}`,
    ...new Set(lines),
    '',
  ].join('\n');
}

function recordLine({ owner, ttl, type, text }: DnsRecord): string {
  return `${owner}. ${ttl} IN ${type} ${text}`;
}

/** Labels from the last to the first; the top of the zone begins with its name servers. */
function sortKey(domain: string, { owner, type }: DnsRecord): string {
  const name = owner.split('.').reverse().join('\0');
  return `${name}\0\0${owner === domain && type === 'NS' ? '' : type}`;
}
