import { randomFrom } from './random.mjs';

/** Machine types: threads, GB of memory, GB of storage, GPUs. */
const MACHINES = [
  [12, 64, 1000, 0],
  [16, 64, 1000, 0],
  [16, 128, 1920, 0],
  [24, 128, 1920, 0],
  [32, 128, 3840, 0],
  [32, 256, 3840, 0],
  [48, 256, 1920, 0],
  [64, 256, 7680, 0],
  [64, 512, 3840, 0],
  [96, 384, 3840, 0],
  [128, 512, 7680, 0],
  [32, 256, 1920, 2],
];
const REGIONS = ['fsn1', 'nbg1', 'hel1', 'ash1'];
const DISKS = ['nvme', 'nvme', 'ssd'];
const ENVS = ['prod', 'prod', 'prod', 'staging'];
const source = {
  file: 'bench.yaml',
  locate: () => ({ file: 'bench.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }),
};

/**
 * @typedef {object} Wish
 * @property {number} computes
 * @property {number} services
 * @property {number} replicas in all
 * @property {number} fill the part of the fleet's cores that the services ask for
 * @property {boolean} [varied] every service has amounts of its own, not one of a few sizes
 * @property {number} [seed]
 */

/**
 * Makes the manifests of a fleet with believable machines and rules: a fifth of the services ask for tags, a
 * tenth spreads over regions, a fifth has a spreadMax, one in twenty avoids another.
 * @param {Wish} wish
 */
export function manifestsOf({ computes, services, replicas, fill, varied = false, seed = 1 }) {
  const random = randomFrom(seed);
  const manifests = [];
  for (const [nth, [cores, memory, nvme, gpus]] of MACHINES.entries()) {
    manifests.push(...hardware(nth, cores, memory, nvme, gpus));
  }
  const machines = Array.from({ length: computes }, (_, nth) => ({
    name: `host-${pad(nth)}`,
    type: typeOf(random),
  }));
  for (const { name } of machines) manifests.push(compute(name, random));
  for (const part of ['cpu', 'ram', 'disk', 'gpu']) {
    for (const [type, machine] of MACHINES.entries()) {
      if (part === 'gpu' && machine[3] === 0) continue;
      const names = machines.filter((one) => one.type === type).map(({ name }) => name);
      manifests.push(
        manifest('ComponentAssignment', `type-${type}-${part}`, {
          component: `type-${type}-${part}`,
          computes: names,
          quantity: part === 'gpu' ? machine[3] : 1,
        }),
      );
    }
  }
  const offered = machines.reduce((sum, { type }) => sum + MACHINES[type][0], 0);
  const mean = (offered * fill) / replicas;
  for (let nth = 0; nth < services; nth++) {
    const count = Math.floor(((nth + 1) * replicas) / services) - Math.floor((nth * replicas) / services);
    manifests.push(service(nth, services, count, mean, varied, random));
  }
  return manifests;
}

function typeOf(random) {
  const type = random.whole(0, MACHINES.length - 1);
  return MACHINES[type][3] > 0 && random.chance(0.7) ? 0 : type;
}

function hardware(type, cores, memory, nvme, gpus) {
  const component = (part, kind, specs) =>
    manifest('Component', `type-${type}-${part}`, {
      type: kind,
      manufacturer: 'acme',
      model: `${type}${part}`,
      specs,
    });
  return [
    component('cpu', 'cpu', { cores: cores / 2, threads: cores }),
    component('ram', 'ram', { capacity_gb: memory }),
    component('disk', 'storage', { capacity_gb: nvme, type: 'nvme' }),
    ...(gpus > 0 ? [component('gpu', 'gpu', { vram_gb: 24 })] : []),
  ];
}

function compute(name, random) {
  return manifest('Compute', name, {
    type: 'baremetal',
    provider: random.pick(['hetzner', 'hetzner', 'own']),
    region: random.pick(REGIONS),
    state: random.chance(0.02) ? 'maintenance' : 'active',
    tags: { disk: random.pick(DISKS), env: random.pick(ENVS) },
    reserved: { cores: 1, memory: 2048 },
  });
}

const SIZES = [0.25, 0.5, 0.5, 1, 1, 1, 1.5, 2, 3];
const GB_PER_CORE = [1, 2, 2, 4, 4, 8];

function service(nth, services, replicas, mean, varied, random) {
  const size = varied ? 0.1 + random.next() * 2.2 : random.pick(SIZES);
  const cores = Math.max(0.05, Math.round(mean * size * (varied ? 1000 : 20) * 0.83) / (varied ? 1000 : 20));
  const ratio = varied ? 1 + random.next() * 5 : random.pick(GB_PER_CORE);
  const min = {
    cores,
    memory: Math.max(32, Math.round((cores * ratio * 1024) / (varied ? 1 : 64)) * (varied ? 1 : 64)),
  };
  if (random.chance(0.3)) min.nvme = random.pick([5, 10, 20, 50]);
  const placement = {};
  if (random.chance(0.15)) placement.affinity = [{ matchLabels: { disk: random.pick(DISKS) } }];
  if (random.chance(0.05)) {
    placement.antiAffinity = [{ matchExpressions: [{ key: 'env', operator: 'In', values: ['staging'] }] }];
  }
  if (random.chance(0.1)) placement.topologyKey = 'stowage/region';
  if (random.chance(0.2)) placement.spreadMax = random.whole(1, 3);
  if (random.chance(0.05)) placement.antiAffinityServices = [`svc-${pad(random.whole(0, services - 1))}`];
  if (random.chance(0.05)) placement.buffer = { cores: 0.5 };
  const name = `svc-${pad(nth)}`;
  if (placement.antiAffinityServices?.[0] === name) delete placement.antiAffinityServices;
  const max = random.chance(0.5) ? { cores: cores * 2, memory: min.memory * 1.5 } : undefined;
  const spec = {
    replicas,
    priority: random.pick([0, 0, 0, 10, 50]),
    state: 'active',
    resources: { min, max },
    placement,
  };
  return manifest('Service', name, spec);
}

function manifest(kind, name, spec) {
  return { apiVersion: 'stowage/v1', kind, metadata: { name, protect: false }, spec, source };
}

function pad(nth) {
  return String(nth).padStart(6, '0');
}
