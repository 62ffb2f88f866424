import { COMPONENTS } from './catalogue.mjs';

/** What services may use of a machine before anything is kept reserved. @param {import('./models.mjs').Model} model */
export function capacityOf({ parts, disks }) {
  const total = { cores: 0, memory: 0, vram: 0, gpu: 0, nvme: usableStorage(disks) };
  for (const [name, quantity] of Object.entries(parts)) {
    const { type, specs = {} } = COMPONENTS[name] ?? {};
    if (type === 'cpu') total.cores += Number(specs.threads) * quantity;
    if (type === 'ram') total.memory += Number(specs.capacity_gb) * 1024 * quantity;
    if (type === 'gpu') total.gpu += quantity;
    if (type === 'gpu') total.vram += Number(specs.vram_gb) * 1024 * quantity;
  }
  return total;
}

/** @param {import('./models.mjs').Model['disks']} disks */
function usableStorage({ component, quantity, raidLevel }) {
  const usable = { 0: quantity, 1: 1, 5: quantity - 1, 6: quantity - 2, 10: quantity / 2 };
  const level = raidLevel === undefined ? 0 : Number(String(raidLevel).replace('raid', ''));
  return usable[/** @type {0 | 1 | 5 | 6 | 10} */ (level)] * Number(COMPONENTS[component]?.specs.capacity_gb);
}
