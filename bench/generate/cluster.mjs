import { capacityOf } from './capacity.mjs';
import { MODELS } from './models.mjs';
import { TEAMS } from './people.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{ name: string, rack: string, state: 'active' | 'maintenance', retiring: boolean }} Machine */

/**
 * Machines that were ordered alike and do one thing.
 * @typedef {object} Cluster
 * @property {number} index
 * @property {string} name
 * @property {string} region
 * @property {string} provider
 * @property {string} env
 * @property {string} role
 * @property {boolean} shared whether services from other clusters may come too
 * @property {string} team
 * @property {import('./models.mjs').Model} model
 * @property {{ cores: number, memory: number }} reserved what each machine keeps for itself
 * @property {Record<string, number>} capacity what services may use of each machine
 * @property {Machine[]} machines
 */

/** @type {readonly (readonly [region: string, provider: string])[]} */
const REGIONS = [
  ['fsn1', 'hetzner'],
  ['nbg1', 'hetzner'],
  ['hel1', 'hetzner'],
  ['txl', 'ionos'],
  ['fra', 'ionos'],
  ['ber1', 'own'],
];

/** Every twelve clusters have these roles; the first few make a whole fleet. */
const ROLES = [
  'app',
  'database',
  'edge',
  'app',
  'batch',
  'app',
  'storage',
  'database',
  'app',
  'gpu',
  'app',
  'batch',
];

/** @param {Random} random @param {number} index @param {number} size @returns {Cluster} */
export function clusterOf(random, index, size) {
  const role = roleOf(index);
  const [region, provider] = random.pick(REGIONS);
  const name = `${region}-${role}-${String(index + 1).padStart(3, '0')}`;
  const model = random.pick(MODELS[role] ?? []);
  const reserved = { cores: 1, memory: 2048 };
  const capacity = capacityOf(model);
  return {
    index,
    name,
    region,
    provider,
    env: role === 'edge' ? 'prod' : random.pick(['prod', 'prod', 'prod', 'staging', 'dev']),
    role,
    shared: role !== 'edge' && role !== 'gpu' && random.chance(0.65),
    team: random.pick(TEAMS),
    model,
    reserved,
    capacity: {
      ...capacity,
      cores: capacity.cores - reserved.cores,
      memory: capacity.memory - reserved.memory,
    },
    machines: Array.from({ length: size }, (_, nth) => ({
      name: `${name}-${String(nth + 1).padStart(2, '0')}`,
      rack: `${region}-r${(index % 40) + 1}${'abc'[nth % 3]}`,
      state: role !== 'edge' && nth % 17 === 16 ? 'maintenance' : 'active',
      retiring: nth % 17 === 5,
    })),
  };
}

/** @param {number} index */
export function roleOf(index) {
  return /** @type {string} */ (ROLES[index % ROLES.length]);
}
