import { separated } from './separated.ts';
import type { Resource } from './resources.ts';
import { exact, RESOURCES } from './resources.ts';
import type { Resources } from './spec/definitions.ts';

const MB_PER_GB = 1024;
const MB_PER_TB = 1024 * 1024;
const GB_PER_TB = 1000;

/** Writes an amount of resources as a person would say it: `4 cores, 8 GB, 1.92 TB nvme, 1 GPU`. */
export function describeResources(amount: Resources): string {
  const parts = RESOURCES.filter((resource) => (amount[resource] ?? 0) !== 0).map((resource) => {
    const figure = describeAmount(resource, amount[resource] ?? 0);
    return resource === 'vram' || resource === 'nvme' ? `${figure} ${resource}` : figure;
  });
  return parts.length > 0 ? parts.join(', ') : 'no resources';
}

/** Writes an amount of one resource with its unit: `4 cores`, `1.5 GB`, `2 GPUs`. */
function describeAmount(resource: Resource, amount: number): string {
  switch (resource) {
    case 'cores':
      return counted(amount, 'core');
    case 'gpu':
      return counted(amount, 'GPU');
    case 'memory':
    case 'vram':
      return describeMemory(amount);
    case 'nvme':
      return describeStorage(amount);
  }
}

/** Writes an amount that stands beside its resource's name, which a count needs no unit for: `cores short by 2`. */
export function describeFigure(resource: Resource, amount: number): string {
  return resource === 'cores' || resource === 'gpu' ? separated(amount) : describeAmount(resource, amount);
}

/** Memory in MB, shown in the largest unit that has it in quarters, so that nothing is rounded. */
function describeMemory(mb: number): string {
  if (mb >= MB_PER_TB && isRound((mb / MB_PER_TB) * 4)) return `${separated(mb / MB_PER_TB)} TB`;
  if (mb >= MB_PER_GB && isRound((mb / MB_PER_GB) * 4)) return `${separated(mb / MB_PER_GB)} GB`;
  return `${separated(mb)} MB`;
}

/** Storage in GB, shown in TB as disks are sold, where two decimals say it exactly. */
function describeStorage(gb: number): string {
  if (gb >= GB_PER_TB && isRound((gb / GB_PER_TB) * 100)) return `${separated(gb / GB_PER_TB)} TB`;
  return `${separated(gb)} GB`;
}

function counted(amount: number, unit: string): string {
  return `${separated(amount)} ${unit}${amount === 1 ? '' : 's'}`;
}

function isRound(amount: number): boolean {
  return Number.isInteger(exact(amount));
}
