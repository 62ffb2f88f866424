import type { DNSZoneSpec } from '../../model/spec/dns-zone.ts';

/** Writes the domain in lower case, as names in the DNS are compared (RFC 4343). */
export function canonical(spec: DNSZoneSpec): DNSZoneSpec {
  return { ...spec, name: spec.name.toLowerCase() };
}
