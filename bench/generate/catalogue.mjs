import { manifestOf } from './manifest.mjs';

/** @typedef {{ type: string, manufacturer: string, model: string, specs: Record<string, number | string> }} Component */

/** @type {Readonly<Record<string, Component>>} What is built into machines, by name. */
export const COMPONENTS = {
  'amd-ryzen-9-7950x3d': cpu('AMD', 'Ryzen 9 7950X3D', 16, 32, 4.2),
  'amd-ryzen-5-3600': cpu('AMD', 'Ryzen 5 3600', 6, 12, 3.6),
  'amd-epyc-7443p': cpu('AMD', 'EPYC 7443P', 24, 48, 2.85),
  'amd-epyc-9454p': cpu('AMD', 'EPYC 9454P', 48, 96, 2.75),
  'intel-xeon-gold-5412u': cpu('Intel', 'Xeon Gold 5412U', 24, 48, 2.1),
  'virtual-cpu': cpu('QEMU', 'Virtual CPU', 1, 1, 2.4),
  'samsung-ddr4-3200-32': ram('Samsung', 'M393A4K40EB3', 32, 3200),
  'samsung-ddr5-4800-64': ram('Samsung', 'M321R8GA0BB0', 64, 4800),
  'kingston-ddr4-2666-16': ram('Kingston', 'KSM26ED8-16ME', 16, 2666),
  'virtual-memory': ram('QEMU', 'Virtual memory', 1, 2666),
  'samsung-pm9a3-1920': disk('Samsung', 'PM9A3 1.92 TB', 1920, 'nvme'),
  'samsung-pm9a3-3840': disk('Samsung', 'PM9A3 3.84 TB', 3840, 'nvme'),
  'micron-5400-480': disk('Micron', '5400 PRO 480 GB', 480, 'ssd'),
  'toshiba-mg08-16000': disk('Toshiba', 'MG08ACA16TE', 16000, 'hdd'),
  'virtual-disk-160': disk('QEMU', 'Virtual disk 160 GB', 160, 'ssd'),
  'nvidia-l4': part('gpu', 'NVIDIA', 'L4', { vram_gb: 24, cuda_cores: 7424 }),
  'intel-x710-da2': part('nic', 'Intel', 'X710-DA2', { bandwidth_gbps: 10 }),
  'intel-i210': part('nic', 'Intel', 'I210-AT', { bandwidth_gbps: 1 }),
  'virtio-nic': part('nic', 'QEMU', 'virtio-net', { bandwidth_gbps: 10 }),
  'delta-dps-800': part('psu', 'Delta', 'DPS-800AB', { watts: 800 }),
  'supermicro-pws-2k06': part('psu', 'Supermicro', 'PWS-2K06A', { watts: 2000 }),
  'debian-12': part('os', 'Debian', 'Debian 12', { distro: 'debian', version: '12', kernel: '6.1' }),
  'ubuntu-24.04': part('os', 'Canonical', 'Ubuntu 24.04', {
    distro: 'ubuntu',
    version: '24.04',
    kernel: '6.8',
  }),
};

/** The catalogue: one file for each type of component. */
export function catalogue() {
  const types = [...new Set(Object.values(COMPONENTS).map(({ type }) => type))];
  return types.map((type) => ({
    path: `inventory/catalogue/${type}.yaml`,
    manifests: Object.entries(COMPONENTS)
      .filter(([, component]) => component.type === type)
      .map(([name, spec]) => manifestOf('Component', name, spec)),
  }));
}

/** @param {string} manufacturer @param {string} model @param {number} cores @param {number} threads @param {number} ghz */
function cpu(manufacturer, model, cores, threads, ghz) {
  return part('cpu', manufacturer, model, { cores, threads, ghz });
}

/** @param {string} manufacturer @param {string} model @param {number} capacity_gb @param {number} speed_mhz */
function ram(manufacturer, model, capacity_gb, speed_mhz) {
  return part('ram', manufacturer, model, { capacity_gb, speed_mhz });
}

/** @param {string} manufacturer @param {string} model @param {number} capacity_gb @param {string} type */
function disk(manufacturer, model, capacity_gb, type) {
  return part('storage', manufacturer, model, { capacity_gb, type });
}

/** @param {string} type @param {string} manufacturer @param {string} model @param {Record<string, number | string>} specs */
function part(type, manufacturer, model, specs) {
  return { type, manufacturer, model, specs };
}
