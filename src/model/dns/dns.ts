import type { Graph } from '../graph.ts';
import type { DnsRecord, ReverseRecord } from './dns-record.ts';
import { deriveReverse } from './derive-reverse.ts';
import { grouped } from './grouped.ts';
import { placeRecords } from './place-records.ts';
import type { DnsFault } from './read-records.ts';
import { readRecords } from './read-records.ts';
import { nameInZone, parentOf } from './zone.ts';
import type { ZoneIndex } from './zone-index.ts';
import { indexZones } from './zone-index.ts';

/** The DNS of a fleet as data: what its zones will say, written or derived, and what could not be read. */
export interface Dns {
  readonly zones: ZoneIndex;
  /** All that zones hold, in the order of the manifests, derived ones last. */
  readonly records: readonly DnsRecord[];
  readonly faults: readonly DnsFault[];
  /** All that `ptr: true` asks for, in zones of the fleet or not. */
  readonly reverse: readonly ReverseRecord[];
  /** The records of one name in one zone, by `nameInZone`. */
  readonly atName: ReadonlyMap<string, readonly DnsRecord[]>;
  /** Every name that has something, or that something lies below. */
  readonly names: ReadonlySet<string>;
  /** Names that have something, though what could not be read. */
  readonly claimed: ReadonlySet<string>;
  /** Whether names may exist that are not known of. */
  readonly incomplete: boolean;
}

const BUILT = new WeakMap<Graph, Dns>();

/** The DNS of a fleet; worked out once. */
export function dnsOf(graph: Graph): Dns {
  let dns = BUILT.get(graph);
  if (!dns) BUILT.set(graph, (dns = build(graph)));
  return dns;
}

function build(graph: Graph): Dns {
  const zones = indexZones(graph);
  const read = readRecords(graph, zones);
  const { records: written, faults } = placeRecords(read.records, zones);
  const misplaced = faults.map(({ owner }) => owner);
  const reverse = deriveReverse(written, zones);
  const records = [...written, ...reverse.filter((each): each is DnsRecord => each.zone !== null)];
  return {
    zones,
    records,
    faults: [...read.faults, ...faults.flatMap(({ fault }) => fault ?? [])],
    reverse,
    atName: grouped(records, ({ zone, owner }) => nameInZone(zone, owner)),
    names: namesOf(records, zones),
    claimed: new Set([...read.claimed, ...misplaced]),
    incomplete: read.incomplete,
  };
}

function namesOf(records: readonly DnsRecord[], zones: ZoneIndex): Set<string> {
  const names = new Set(zones.all.map(({ domain }) => domain));
  for (const { owner } of records) {
    for (let name: string | null = owner; name !== null && !names.has(name); name = parentOf(name)) {
      names.add(name);
    }
  }
  return names;
}
