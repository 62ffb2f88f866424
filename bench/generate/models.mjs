/**
 * What a machine is ordered as: its parts, and its disks as one RAID set.
 * @typedef {object} Model
 * @property {string} name
 * @property {'baremetal' | 'vps' | 'vm'} type
 * @property {Readonly<Record<string, number>>} parts components and how many of each
 * @property {{ component: string, quantity: number, raidLevel: number | string | undefined }} disks
 * @property {number} monthlyCost
 */

const PLAIN = { 'intel-i210': 1, 'delta-dps-800': 2, 'debian-12': 1 };
const FAST = { 'intel-x710-da2': 1, 'supermicro-pws-2k06': 2, 'ubuntu-24.04': 1 };
const VIRTUAL = { 'virtio-nic': 1, 'debian-12': 1 };

/** @type {Readonly<Record<string, readonly Model[]>>} The models that serve a role. */
export const MODELS = {
  app: [
    model(
      'ax102',
      'baremetal',
      { 'amd-ryzen-9-7950x3d': 1, 'samsung-ddr4-3200-32': 4, ...PLAIN },
      'samsung-pm9a3-1920',
      2,
      1,
      104,
    ),
    model(
      'cube-xl',
      'vm',
      { 'virtual-cpu': 16, 'virtual-memory': 64, ...VIRTUAL },
      'virtual-disk-160',
      2,
      undefined,
      96,
    ),
  ],
  database: [
    model(
      'ax162',
      'baremetal',
      { 'amd-epyc-9454p': 1, 'samsung-ddr5-4800-64': 8, ...FAST },
      'samsung-pm9a3-3840',
      4,
      10,
      329,
    ),
    model(
      'r6515',
      'baremetal',
      { 'amd-epyc-7443p': 1, 'samsung-ddr4-3200-32': 8, ...FAST },
      'samsung-pm9a3-3840',
      6,
      'raid6',
      189,
    ),
  ],
  edge: [
    model(
      'ax41',
      'baremetal',
      { 'amd-ryzen-5-3600': 1, 'kingston-ddr4-2666-16': 4, ...PLAIN },
      'micron-5400-480',
      2,
      'raid1',
      46,
    ),
    model(
      'cx52',
      'vps',
      { 'virtual-cpu': 16, 'virtual-memory': 32, ...VIRTUAL },
      'virtual-disk-160',
      2,
      undefined,
      38,
    ),
  ],
  storage: [
    model(
      'sx135',
      'baremetal',
      { 'intel-xeon-gold-5412u': 1, 'samsung-ddr4-3200-32': 4, ...FAST },
      'toshiba-mg08-16000',
      8,
      6,
      209,
    ),
  ],
  gpu: [
    model(
      'gex131',
      'baremetal',
      { 'amd-epyc-7443p': 1, 'nvidia-l4': 4, 'samsung-ddr4-3200-32': 8, ...FAST },
      'samsung-pm9a3-1920',
      3,
      5,
      889,
    ),
  ],
  batch: [
    model(
      'ax102-b',
      'baremetal',
      { 'amd-ryzen-9-7950x3d': 1, 'samsung-ddr4-3200-32': 4, ...PLAIN },
      'samsung-pm9a3-1920',
      2,
      0,
      104,
    ),
  ],
};

/**
 * @param {string} name
 * @param {Model['type']} type
 * @param {Model['parts']} parts
 * @param {string} component
 * @param {number} quantity
 * @param {number | string | undefined} raidLevel
 * @param {number} monthlyCost
 * @returns {Model}
 */
function model(name, type, parts, component, quantity, raidLevel, monthlyCost) {
  return { name, type, parts, disks: { component, quantity, raidLevel }, monthlyCost };
}
