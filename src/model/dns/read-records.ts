import type { Elsewhere, Finding } from '../finding.ts';
import type { Graph } from '../graph.ts';
import type { Manifest } from '../manifest.ts';
import type { DnsRecord } from './dns-record.ts';
import { absoluteName } from './dns-name.ts';
import type { DnsFaultCode, Rdata, RdataFault, ReadRdata } from './rdata.ts';
import { readOwner } from './read-owner.ts';
import { readRdata } from './read-rdata.ts';
import { readValues } from './read-values.ts';
import type { Zone } from './zone.ts';
import type { ZoneIndex } from './zone-index.ts';

/** A text of a manifest that could not be read as DNS data, and the check that says so. */
export interface DnsFault extends Finding {
  readonly code: DnsFaultCode;
}

/** What stands in manifests, read. */
export interface ReadRecords {
  readonly records: DnsRecord[];
  readonly faults: DnsFault[];
  /** Names that have something, though what could not be read. */
  readonly claimed: Set<string>;
  /** Whether some manifest belongs to a zone that is not there, so that no name is known to be missing. */
  readonly incomplete: boolean;
}

/** Reads every DNSRecord, and the name servers of every DNSZone as the NS records they become. */
export function readRecords(graph: Graph, zones: ZoneIndex): ReadRecords {
  const faults = zones.faults.map((fault): DnsFault => ({ ...fault, code: 'dns.name-syntax' }));
  const read: ReadRecords = { records: [], faults, claimed: new Set(), incomplete: false };
  for (const zone of zones.all) readNameservers(zone, read);
  let incomplete = zones.faults.length > 0;
  for (const manifest of graph.all('DNSRecord')) {
    const zone = zones.named.get(manifest.spec.zone);
    if (zone) readRecord(manifest, zone, graph, read);
    else incomplete = true;
  }
  return { ...read, incomplete };
}

function readNameservers(zone: Zone, { records, faults }: ReadRecords): void {
  const { manifest, domain: owner } = zone;
  const { nameservers = [], ttl } = manifest.spec;
  for (const [at, host] of nameservers.entries()) {
    const pointer = `/spec/nameservers/${at}`;
    const { rdata, fault } = readNameserver(host, owner);
    if (fault) faults.push({ manifest, pointer, ...fault });
    if (rdata) records.push(recordOf(rdata, { zone, owner, type: 'NS', ttl, manifest, pointer }));
  }
}

/** Name servers are written absolute, with or without a trailing dot. */
function readNameserver(host: string, domain: string): ReadRdata {
  if (host.includes('.')) return readRdata('NS', host.endsWith('.') ? host : `${host}.`, domain);
  const message = `"${host}" is one label, and the name of a name server is absolute`;
  return { fault: { code: 'dns.name-syntax', message, hint: `write ${host}.${domain} if that is meant` } };
}

function readRecord(
  manifest: Manifest<'DNSRecord'>,
  zone: Zone,
  graph: Graph,
  { records, faults, claimed }: ReadRecords,
): void {
  const { name, type, ttl, ptr } = manifest.spec;
  const { owner, fault, lost } = readOwner(manifest.spec, zone.domain);
  if (fault) {
    const pointer = fault.code === 'ptr.name-matches-address' && ptr ? '/spec/ptr' : '/spec/name';
    faults.push({ manifest, pointer, ...fault, ...otherEnd(fault, zone) });
    claimed.add(absoluteName(name, zone.domain)).add(owner);
  }
  if (lost) return;
  for (const { pointer, read, address } of readValues(manifest, zone, graph)) {
    if (read.fault) faults.push({ manifest, pointer, ...read.fault, ...otherEnd(read.fault, zone, address) });
    if (!read.rdata) claimed.add(owner);
    else records.push(recordOf(read.rdata, { zone, owner, type, ttl, manifest, pointer }));
  }
}

/** Field by field: spread, thousands of records take a multiple of the time. */
function recordOf(
  { text, target, ip }: Rdata,
  { zone, owner, type, ttl, manifest, pointer }: Omit<DnsRecord, keyof Rdata | 'derived'>,
): DnsRecord {
  return { text, target, ip, zone, owner, type, ttl, manifest, pointer, derived: false };
}

function otherEnd(
  { code }: RdataFault,
  { manifest: zone }: Zone,
  address?: Manifest<'IPAddress'>,
): { readonly related?: readonly Elsewhere[] } {
  if (address) return { related: [{ manifest: address, pointer: '/spec/address', message: 'the address' }] };
  if (code !== 'dns.repeated-zone') return {};
  return { related: [{ manifest: zone, pointer: '/spec/name', message: 'the zone' }] };
}
