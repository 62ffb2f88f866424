import type { Manifest } from '../manifest.ts';
import type { Rdata, RecordType } from './rdata.ts';
import type { Zone } from './zone.ts';

/** One record, and the place it was read from. */
export interface DnsRecord extends Rdata {
  readonly zone: Zone;
  /** Absolute. */
  readonly owner: string;
  readonly type: RecordType;
  /** Seconds. */
  readonly ttl: number;
  /** The manifest that says so: a DNSRecord, or a DNSZone for the zone's own NS records. */
  readonly manifest: Manifest<'DNSRecord'> | Manifest<'DNSZone'>;
  readonly pointer: string;
  /** Whether it follows from `ptr: true` of another record. */
  readonly derived: boolean;
}

/** A reverse record that `ptr: true` asks for; without a zone where none of the fleet covers the address. */
export type ReverseRecord = Omit<DnsRecord, 'zone'> & { readonly zone: Zone | null };
