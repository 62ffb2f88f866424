import type { IpAddress } from '../ip/ip-address.ts';
import type { DNSRecordSpec } from '../spec/dns-record.ts';

export type RecordType = DNSRecordSpec['type'];

/** What a record says. */
export interface Rdata {
  /** As a zone file has it: names absolute with a trailing dot, addresses and texts in their one canonical spelling. */
  readonly text: string;
  /** The host that CNAME, NS, PTR, MX and SRV lead to; null for the root, which means none. */
  readonly target: string | null;
  /** The address of A and AAAA. */
  readonly ip: IpAddress | null;
}

/** Which rule a text breaks that was to become data; each is the id of a check. */
export type DnsFaultCode =
  | 'dns.family'
  | 'dns.name-syntax'
  | 'dns.outside-zone'
  | 'dns.repeated-zone'
  | 'dns.target-is-ip'
  | 'dns.value-syntax'
  | 'ptr.name-matches-address';

/** Why a text did not become data. */
export interface RdataFault {
  readonly code: DnsFaultCode;
  readonly message: string;
  readonly hint: string;
}

/** What was read of a value. Both where it is wrong and what was meant is plain. */
export interface ReadRdata {
  readonly rdata?: Rdata;
  readonly fault?: RdataFault;
}
