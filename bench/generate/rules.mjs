/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {import('./random.mjs').Random} Random */

/**
 * Where the instances of a service may run: on the machines of its cluster, or on all shared ones of a role, in
 * one region or spread over all. Who may roam never comes to the machines of a cluster that is not shared, and so
 * cannot crowd out those who may not.
 * @param {Cluster} cluster
 * @param {Random} random
 * @param {{ replicas: number, hosts: number, regions: number, before: string }} share
 */
export function rules(cluster, random, { replicas, hosts, regions, before }) {
  const alone = replicas < hosts;
  const [affinity, topologyKey] = cluster.shared
    ? roaming(cluster, random, replicas <= regions)
    : atHome(cluster, random, replicas <= 3);
  return {
    affinity,
    antiAffinity: retiring(random),
    spreadMax: alone && random.chance(0.5) ? random.pick([1, 1, 2]) : undefined,
    topologyKey,
    antiAffinityServices: before !== '' && replicas * 4 < hosts && random.chance(0.25) ? [before] : undefined,
    buffer: random.chance(0.1) ? { cores: 0.5, memory: 1024 } : undefined,
  };
}

/** The machines of a cluster stand in three racks. @param {Cluster} cluster @param {Random} random @param {boolean} few */
function atHome({ name }, random, few) {
  return [[{ matchLabels: { cluster: name } }], few && random.chance(0.3) ? 'rack' : undefined];
}

/** @param {Cluster} cluster @param {Random} random @param {boolean} few */
function roaming({ env, role, region }, random, few) {
  const matchLabels = { env, [`role-${role}`]: 'true', pool: 'shared' };
  const scope = random.share();
  if (few && scope < 0.3) return [[{ matchLabels }], 'stowage/region'];
  if (scope < 0.75) return [[{ matchLabels: { ...matchLabels, 'stowage/region': region } }]];
  const inRegion = { matchExpressions: [{ key: 'stowage/region', operator: 'In', values: [region] }] };
  return [[{ matchLabels }, inRegion]];
}

/** @param {Random} random */
function retiring(random) {
  if (random.chance(0.4)) return [{ matchLabels: { lifecycle: 'retiring' } }];
  return random.chance(0.2) ? [{ matchExpressions: [{ key: 'lifecycle', operator: 'Exists' }] }] : undefined;
}
