import { fileOf, manifestOf } from './manifest.mjs';
import { annotations } from './people.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./manifest.mjs').ManifestFile} ManifestFile */

/** A zone that a few name servers of our own serve. @param {string} name @param {Random} random */
export function zone(name, random) {
  const spec = {
    name,
    provider: 'zonefile',
    ttl: 3600,
    nameservers: ['ns1.acme-dns.example', 'ns2.acme-dns.example'],
  };
  return fileOf('network/dns/zones', manifestOf('DNSZone', name, spec, annotations(random, 'platform')));
}

/** The zone in which the machines of a region have their names. @param {string} region */
export function zoneOfRegion(region) {
  return `${region}.int.acme.example`;
}

/** A name for every address inside, and one for some services. @param {Cluster} cluster @param {readonly string[]} services @param {Random} random */
export function innerNames({ machines, region, role, team }, services, random) {
  const inside = zoneOfRegion(region);
  const types = role === 'edge' ? ['A', 'AAAA'] : ['A'];
  const hosts = machines.flatMap(({ name }) =>
    types.map((type) =>
      record(
        `${name}-${type.toLowerCase()}`,
        name,
        type,
        inside,
        { ip: `${name}-${type === 'A' ? 'v4' : 'v6'}` },
        team,
        random,
      ),
    ),
  );
  const aliases = services
    .filter(() => random.chance(0.35))
    .map((name) => {
      const target = `${random.pick(machines).name}.${inside}.`;
      return record(`${name}-cname`, name, 'CNAME', inside, { value: target }, team, random);
    });
  return [...hosts, ...aliases];
}

/** What the outside sees of an edge cluster: a domain of its own. @param {Cluster} cluster @param {Random} random */
export function outerNames({ index, machines, team }, random) {
  const domain = `${team}-${String(index + 1).padStart(3, '0')}.example`;
  const ip = machines.slice(0, 4).map(({ name }) => `${name}-public`);
  return [
    zone(domain, random),
    record(`${domain}-apex-a`, '@', 'A', domain, { ip }, team, random),
    record(`${domain}-www`, 'www', 'CNAME', domain, { value: `${domain}.` }, team, random),
    record(`${domain}-apex-txt`, '@', 'TXT', domain, { value: 'v=spf1 -all' }, team, random),
  ];
}

/** A certificate's proof, the kind of record that piles up. @param {number} nth @param {string} region @param {Random} random */
export function proof(nth, region, random) {
  const name = `_acme-challenge.proof-${nth}`;
  const value = Array.from({ length: 43 }, () => random.whole(0, 35).toString(36)).join('');
  return record(`proof-${nth}-txt`, name, 'TXT', zoneOfRegion(region), { value }, 'platform', random);
}

/**
 * @param {string} manifest @param {string} name @param {string} type @param {string} inZone
 * @param {{ ip: string | string[] } | { value: string }} content @param {string} team @param {Random} random
 * @returns {ManifestFile}
 */
function record(manifest, name, type, inZone, content, team, random) {
  const spec = { name, type, zone: inZone, ttl: random.pick([300, 3600, 86400]), ...content };
  return fileOf(`network/dns/${inZone}`, manifestOf('DNSRecord', manifest, spec, annotations(random, team)));
}
