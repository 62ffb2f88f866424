import { randomFrom } from './random.mjs';

/** Machine types: cores, GB of memory, GB of storage. */
const MACHINES = [
  [12, 64, 1000],
  [16, 64, 1000],
  [16, 128, 1920],
  [24, 128, 1920],
  [32, 128, 3840],
  [32, 256, 1920],
  [48, 256, 3840],
  [64, 256, 7680],
];
const DISKS = ['nvme', 'nvme', 'nvme', 'ssd'];
const REGIONS = ['fsn1', 'nbg1', 'hel1'];
const SIZES = [0.25, 0.5, 0.5, 1, 1, 1, 1.5, 2, 3];
const GB_PER_CORE = [1, 2, 2, 4, 4, 6, 8];
const source = {
  file: 'tight.yaml',
  locate: () => ({ file: 'tight.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }),
};

/**
 * @typedef {object} Tight
 * @property {any[]} manifests
 * @property {{ cores: number, memory: number, nvme: number, disk: string, region: string }[]} computes
 * @property {{ cores: number, memory: number, nvme: number, replicas: number, affinity?: Record<string, string>,
 *   spreadMax?: number }[]} services
 */

/**
 * Makes a fleet of 500 computes and 2,000 instances that ask for a few percent more than there is of cores or of
 * memory, whichever is scarcer; a quarter of the services ask for a disk or a region, a fifth has a spreadMax.
 * @param {number} seed
 * @returns {Tight}
 */
export function tightFleet(seed, computeCount = 500, replicas = 2000) {
  const random = randomFrom(seed);
  const computes = Array.from({ length: computeCount }, () => {
    const [cores, memory, nvme] = random.pick(MACHINES);
    return { cores, memory: memory * 1024, nvme, disk: random.pick(DISKS), region: random.pick(REGIONS) };
  });
  const drawn = [];
  for (let left = replicas; left > 0;) {
    const count = Math.min(left, random.pick([1, 2, 2, 3, 4, 6, 10]));
    left -= count;
    drawn.push({
      replicas: count,
      size: random.pick(SIZES) * (0.8 + random.next() * 0.4),
      ratio: random.pick(GB_PER_CORE),
      nvme: random.chance(0.3) ? random.pick([10, 20, 50, 100]) : 0,
      affinity: affinityFrom(random),
      spreadMax: random.chance(0.2) ? random.whole(1, 3) : undefined,
    });
  }
  const asked = 1.02 + random.next() * 0.03;
  const total = (list, of) => list.reduce((sum, one) => sum + of(one), 0);
  const unit = Math.min(
    (asked * total(computes, ({ cores }) => cores)) / total(drawn, (one) => one.replicas * one.size),
    (asked * total(computes, ({ memory }) => memory / 1024)) /
      total(drawn, (one) => one.replicas * one.size * one.ratio),
  );
  const services = drawn.map(({ size, ratio, ...rest }) => {
    const cores = Math.max(0.5, Math.round(size * unit * 2) / 2);
    return { ...rest, cores, memory: Math.max(1, Math.round(cores * ratio * 4)) * 256 };
  });
  return { computes, services, manifests: manifestsOf(computes, services) };
}

function affinityFrom(random) {
  if (random.chance(0.15)) return { disk: random.pick(DISKS) };
  return random.chance(0.1) ? { 'stowage/region': random.pick(REGIONS) } : undefined;
}

function manifestsOf(computes, services) {
  const manifests = [];
  const hardware = new Map();
  for (const [nth, { cores, memory, nvme, disk, region }] of computes.entries()) {
    const name = `host-${String(nth).padStart(4, '0')}`;
    const spec = { type: 'baremetal', provider: 'hetzner', region, state: 'active', tags: { disk } };
    manifests.push(manifest('Compute', name, spec));
    const parts = [
      ['cpu', cores, { cores }],
      ['ram', memory, { capacity_gb: memory / 1024 }],
      ['storage', nvme, { capacity_gb: nvme, type: 'nvme' }],
    ];
    for (const [type, amount, specs] of parts) {
      const part = `${type}-${amount}`;
      if (!hardware.has(part)) hardware.set(part, { type, specs, names: [] });
      hardware.get(part).names.push(name);
    }
  }
  for (const [part, { type, specs, names }] of hardware) {
    manifests.push(manifest('Component', part, { type, manufacturer: 'acme', model: part, specs }));
    manifests.push(manifest('ComponentAssignment', part, { component: part, computes: names, quantity: 1 }));
  }
  for (const [nth, { cores, memory, nvme, replicas, affinity, spreadMax }] of services.entries()) {
    const min = nvme > 0 ? { cores, memory, nvme } : { cores, memory };
    const placement = {
      ...(affinity ? { affinity: [{ matchLabels: affinity }] } : {}),
      ...(spreadMax === undefined ? {} : { spreadMax }),
    };
    const spec = { replicas, priority: 0, state: 'active', resources: { min }, placement };
    manifests.push(manifest('Service', `svc-${String(nth).padStart(4, '0')}`, spec));
  }
  return manifests;
}

function manifest(kind, name, spec) {
  return { apiVersion: 'stowage/v1', kind, metadata: { name, protect: false }, spec, source };
}
