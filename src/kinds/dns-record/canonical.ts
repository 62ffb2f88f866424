import type { DNSRecordSpec } from '../../model/spec/dns-record.ts';

/**
 * Writes the owner name in lower case, as names in the DNS are compared (RFC 4343). Whether it is relative
 * stays as written: what it is relative to, another manifest says.
 */
export function canonical(spec: DNSRecordSpec): DNSRecordSpec {
  return { ...spec, name: spec.name.toLowerCase() };
}
