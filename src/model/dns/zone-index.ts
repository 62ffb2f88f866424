import type { Finding } from '../finding.ts';
import type { Graph } from '../graph.ts';
import type { Manifest } from '../manifest.ts';
import { nameFault } from './dns-name.ts';
import { grouped } from './grouped.ts';
import type { Zone } from './zone.ts';
import { parentOf } from './zone.ts';

/** The zones of a fleet, by their manifest and by domain. */
export interface ZoneIndex {
  readonly all: readonly Zone[];
  /** By the name of the manifest. */
  readonly named: ReadonlyMap<string, Zone>;
  /** Several where a domain is served twice, as to the inside and the outside of a network. */
  readonly ofDomain: ReadonlyMap<string, readonly Zone[]>;
  readonly faults: readonly Finding[];
}

/** Reads the domains of all zones. */
export function indexZones(graph: Graph): ZoneIndex {
  const all: Zone[] = [];
  const faults: Finding[] = [];
  for (const manifest of graph.all('DNSZone')) {
    const domain = domainOf(manifest);
    const fault = nameFault(domain, 'label');
    if (fault) faults.push({ manifest, pointer: '/spec/name', ...fault });
    else all.push({ manifest, domain });
  }
  const named = new Map(all.map((zone) => [zone.manifest.metadata.name, zone]));
  return { all, named, ofDomain: grouped(all, ({ domain }) => domain), faults };
}

function domainOf({ spec }: Manifest<'DNSZone'>): string {
  return spec.name.toLowerCase().replace(/\.$/, '');
}

/** The zones that answer for a name: those of the longest domain that covers it. */
export function zonesOver(name: string, { ofDomain }: ZoneIndex): readonly Zone[] {
  for (let domain: string | null = name; domain !== null; domain = parentOf(domain)) {
    const zones = ofDomain.get(domain);
    if (zones) return zones;
  }
  return [];
}
