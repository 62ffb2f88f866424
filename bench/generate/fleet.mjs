import { addresses } from './addresses.mjs';
import { catalogue } from './catalogue.mjs';
import { clusterOf, roleOf } from './cluster.mjs';
import { computes } from './computes.mjs';
import { edge } from './edge.mjs';
import { clusterRules, commonRules } from './firewall.mjs';
import { hardware } from './hardware.mjs';
import { fileOf } from './manifest.mjs';
import { innerNames, outerNames, proof, zone, zoneOfRegion } from './names.mjs';
import { Random } from './random.mjs';
import { services } from './services.mjs';

/** @typedef {import('./manifest.mjs').ManifestFile} ManifestFile */
/** @typedef {import('./cluster.mjs').Cluster} Cluster */

/** Below this there is no room for a cluster of each kind. */
export const SMALLEST_FLEET = 500;
const FIRST_PORT = 10_000;

/**
 * A fleet of exactly so many manifests, cluster by cluster; the rest is filled up with DNS records.
 * @param {number} count
 * @param {number} seed
 * @returns {Iterable<ManifestFile>}
 */
export function* fleet(count, seed) {
  const random = new Random(seed);
  const known = { regions: new Map(), services: 0, zones: new Set() };
  let left = count;
  for (const file of [...catalogue(), ...commonRules(random)]) {
    left -= file.manifests.length;
    yield file;
  }
  let region = '';
  for (let index = 0; ; index++) {
    const size = sizeFor(roleOf(index), left, random);
    if (size === 0) break;
    const cluster = clusterOf(random, index, size);
    region = cluster.region;
    for (const file of inhabited(cluster, random, known)) {
      left -= file.manifests.length;
      yield file;
    }
  }
  for (let nth = 1; nth <= left; nth++) yield proof(nth, region, random);
}

/**
 * How many machines the next cluster gets; none when what is left would not surely hold it.
 * @param {string} role
 * @param {number} left
 * @param {Random} random
 */
function sizeFor(role, left, random) {
  const perMachine = role === 'edge' ? 14 : 7;
  const most = Math.floor((left - 30) / perMachine);
  const size = Math.min(most, random.whole(6, role === 'edge' ? 10 : 20));
  return size >= 4 ? size : 0;
}

/**
 * A cluster with everything that belongs to it.
 * @param {Cluster} cluster
 * @param {Random} random
 * @param {{ regions: Map<string, Set<string>>, services: number, zones: Set<string> }} known what came before
 * @returns {Iterable<ManifestFile>}
 */
function* inhabited(cluster, random, known) {
  const { region, env, role, team } = cluster;
  const alike = known.regions.get(`${env} ${role}`) ?? new Set();
  if (cluster.shared) known.regions.set(`${env} ${role}`, alike.add(region));
  yield* computes(cluster, random);
  yield* hardware(cluster, random);
  yield* addresses(cluster, random);
  const firstPort = FIRST_PORT + known.services;
  const list = services(cluster, random, firstPort, alike.size);
  known.services += list.length;
  yield* list.map((service) => fileOf(`services/${team}`, service));
  const inside = zoneOfRegion(region);
  if (!known.zones.has(inside)) yield zone(inside, random);
  known.zones.add(inside);
  const names = list.map(({ metadata }) => String(metadata.name));
  yield* innerNames(cluster, names, random);
  yield* clusterRules(
    cluster,
    names.map((name, nth) => ({ name, port: firstPort + nth })),
    random,
  );
  if (role === 'edge') yield* outerNames(cluster, random);
  if (role === 'edge') yield* edge(cluster, random);
}
