import { manifestOf } from './manifest.mjs';
import { annotations } from './people.mjs';
import { rules } from './rules.mjs';

/** @typedef {import('./cluster.mjs').Cluster} Cluster */
/** @typedef {import('./random.mjs').Random} Random */

/** How much of what services may use they ask for at the least. */
const DEMAND = 0.5;
const PER_MACHINE = 0.8;
const MOST_REPLICAS = 8;

const WORK = {
  app: ['api', 'web', 'worker', 'cache', 'scheduler'],
  database: ['postgres', 'mariadb', 'clickhouse', 'redis'],
  edge: ['proxy', 'cdn', 'vpn'],
  storage: ['objects', 'backup', 'registry'],
  gpu: ['inference', 'training', 'transcode'],
  batch: ['import', 'report', 'index'],
};

/**
 * The services that a cluster was bought for. What they ask for is shared out from its capacity, so that
 * everything finds a place, wherever the rules let a service go.
 * @param {Cluster} cluster
 * @param {Random} random
 * @param {number} firstPort
 * @param {number} regions how many regions are sure to have machines like these
 */
export function services(cluster, random, firstPort, regions) {
  const hosts = cluster.machines.filter(({ state, retiring }) => state === 'active' && !retiring).length;
  const weights = Array.from({ length: Math.max(1, Math.round(hosts * PER_MACHINE)) }, () =>
    random.between(0.5, 1.5),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  // The gateway of an edge cluster takes its part first.
  const demand = (cluster.role === 'edge' ? DEMAND - 0.1 : DEMAND) * hosts;
  let gpus = Math.floor((cluster.capacity.gpu ?? 0) * hosts * DEMAND);
  let before = '';
  return weights.map((weight, nth) => {
    const machines = (weight / whole) * demand;
    const replicas = Math.min(MOST_REPLICAS, Math.max(1, Math.round(machines / random.between(0.1, 0.25))));
    const gpu = replicas <= gpus && cluster.role === 'gpu' ? 1 : 0;
    gpus -= gpu * replicas;
    const manifest = service(cluster, random, {
      machines,
      replicas,
      gpu,
      port: firstPort + nth,
      hosts,
      regions,
      before,
    });
    before = String(manifest.metadata.name);
    return manifest;
  });
}

/** @typedef {{ machines: number, replicas: number, gpu: number, port: number, hosts: number, regions: number, before: string }} Share */

/** @param {Cluster} cluster @param {Random} random @param {Share} share */
function service(cluster, random, share) {
  const { role, team, capacity } = cluster;
  const work = random.pick(WORK[/** @type {keyof typeof WORK} */ (role)]);
  const min = amounts(capacity, share.machines / share.replicas, share.gpu, random);
  const growth = random.pick([1, 1.25, 1.5, 2]);
  const spec = {
    description: `The ${work} of team ${team}, at home in ${cluster.name}.`,
    replicas: share.replicas,
    priority: random.pick([0, 0, 10, 10, 50, 100]),
    resources: {
      min,
      max: growth === 1 ? undefined : { cores: min.cores * growth, memory: min.memory * growth },
    },
    ports: [
      { name: 'main', port: share.port, protocol: role === 'edge' && random.chance(0.2) ? 'udp' : 'tcp' },
    ],
    placement: rules(cluster, random, share),
  };
  return manifestOf('Service', `${team}-${work}-${share.port}`, spec, annotations(random, team));
}

/** A part of a machine, in figures that people would write. @param {Record<string, number>} capacity @param {number} part @param {number} gpu @param {Random} random */
function amounts(capacity, part, gpu, random) {
  const { cores = 0, memory = 0, nvme = 0, vram = 0, gpu: gpus = 1 } = capacity;
  const storage = nvme >= 3000 ? Math.floor(nvme * part * random.between(0.3, 0.9)) : 0;
  return {
    cores: Math.max(0.25, Math.floor(cores * part * 4) / 4),
    memory: Math.max(256, Math.floor((memory * part * random.between(0.6, 1)) / 256) * 256),
    ...(storage > 0 && { nvme: storage }),
    ...(gpu > 0 && { gpu, vram: vram / gpus / 2 }),
  };
}
