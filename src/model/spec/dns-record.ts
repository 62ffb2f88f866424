// Generated from schemas/dns-record.json by `npm run generate`.

import type { Name, Notes } from './definitions.ts';

/**
 * The record: exactly one of value and ip. Name, type and zone together identify it.
 */
export interface DNSRecordSpec {
  /**
   * The name that has the record: relative to the zone (www; @ is the zone itself), or absolute with a trailing dot (www.example.com.).
   */
  name: string;
  /**
   * The type of the record.
   */
  type: 'A' | 'AAAA' | 'CNAME' | 'PTR' | 'TXT' | 'MX' | 'NS' | 'SRV' | 'CAA';
  /**
   * The value, or a list where the name has several. MX and SRV carry their numbers in the text: "10 mail.example.com.". A host name with a trailing dot is absolute; without one it is relative to the zone.
   *
   * @minItems 1
   */
  value?: string | string[];
  /**
   * The name of the IPAddress whose address is the value, or a list of names. For A and AAAA.
   *
   * @minItems 1
   */
  ip?: string | Name[];
  /**
   * The name of the DNSZone the record belongs to.
   */
  zone: Name;
  /**
   * How long resolvers may keep the record, in seconds. By default 3600, one hour.
   */
  ttl: number;
  /**
   * Whether the reverse record, from the address back to this name, is derived too. For A and AAAA. By default it is not.
   */
  ptr: boolean;
  notes?: Notes;
}
