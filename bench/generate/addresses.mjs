import { fileOf, manifestOf } from './manifest.mjs';
import { annotations } from './people.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{ suffix: string, type: 'private' | 'public', primary: boolean, cidr: string, gateway: string, host(nth: number): string }} Network */

/** The addresses of a cluster's machines, and which machine has which. @param {Cluster} cluster @param {Random} random */
export function addresses(cluster, random) {
  return networksOf(cluster).flatMap((network) =>
    cluster.machines.flatMap(({ name }, nth) => [
      fileOf(`network/addresses/${cluster.region}/${cluster.name}`, address(cluster, network, nth, random)),
      fileOf(
        `network/assignments/${cluster.region}/${cluster.name}`,
        manifestOf(
          'IPAssignment',
          `${name}-${network.suffix}`,
          { compute: name, ip: `${name}-${network.suffix}`, primary: network.primary || undefined },
          annotations(random, cluster.team),
        ),
      ),
    ]),
  );
}

/** @param {Cluster} cluster @param {Network} network @param {number} nth @param {Random} random */
function address({ machines, provider, region, team }, { suffix, type, cidr, gateway, host }, nth, random) {
  const name = `${machines[nth]?.name}-${suffix}`;
  const dnsServers = cidr.includes(':') ? undefined : ['10.255.0.53', '10.255.1.53'];
  const spec = { address: host(nth + 10), type, cidr, gateway, dnsServers, provider, region };
  return manifestOf('IPAddress', name, spec, annotations(random, team));
}

/** Every cluster has a private network; the edge has a public one and IPv6 too. @param {Cluster} cluster @returns {Network[]} */
function networksOf({ index, role }) {
  const [high, low] = [index >> 8, index & 255];
  const inside = v4(`10.${high}.${low}`, 'v4', 'private');
  if (role !== 'edge') return [inside];
  // 44.128.0.0/16 is public by its class, and kept for tests by its owner.
  const outside = v4(`44.128.${Math.floor(index / 12) & 255}`, 'public', 'public');
  const prefix = `fd4c:7e1a:9b20:${(index + 256).toString(16)}`;
  return [
    inside,
    outside,
    {
      suffix: 'v6',
      type: 'private',
      primary: true,
      cidr: `${prefix}::/64`,
      gateway: `${prefix}::1`,
      host: (nth) => `${prefix}::${nth.toString(16)}`,
    },
  ];
}

/** @param {string} prefix @param {string} suffix @param {Network['type']} type @returns {Network} */
function v4(prefix, suffix, type) {
  const cidr = `${prefix}.0/24`;
  return {
    suffix,
    type,
    primary: type === 'private',
    cidr,
    gateway: `${prefix}.1`,
    host: (nth) => `${prefix}.${nth}`,
  };
}
