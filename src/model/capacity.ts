import type { DiskSet } from './raid.ts';
import { raidLevelOf, usableCapacity } from './raid.ts';
import type { ResourceVector } from './resources.ts';
import { exact, NO_RESOURCES } from './resources.ts';
import type { ComponentSpec } from './spec/component.ts';

/** Some pieces of one component in one compute, as one ComponentAssignment put them there. */
export interface Hardware {
  readonly assignment: string;
  readonly component: ComponentSpec;
  readonly quantity: number;
  readonly raidLevel?: number | string;
  readonly raidGroup?: string;
}

/** Why hardware cannot be counted; the code is the id of the check that reports it. */
export interface HardwareFault {
  readonly code: 'raid.count' | 'raid.mixed' | 'raid.level-without-storage';
  readonly assignment: string;
  readonly message: string;
}

export interface HardwareTotal {
  readonly capacity: ResourceVector;
  readonly faults: readonly HardwareFault[];
}

const MB_PER_GB = 1024;

/**
 * Adds up what the hardware of one compute offers: cores (threads where given), memory and vram in MB, nvme
 * in GB after RAID, gpu as a count. Exact, never truncated. Hardware at fault adds nothing.
 */
export function capacityOf(hardware: readonly Hardware[]): HardwareTotal {
  const total = { ...NO_RESOURCES } as Record<keyof ResourceVector, number>;
  const faults: HardwareFault[] = [];
  const disks: Hardware[] = [];
  for (const piece of hardware) {
    const { component, quantity } = piece;
    const specs = component.specs ?? {};
    if (piece.raidLevel !== undefined && component.type !== 'storage') {
      faults.push({
        code: 'raid.level-without-storage',
        assignment: piece.assignment,
        message: `RAID ${raidLevelOf(piece.raidLevel)} is set on a ${component.type}, and only storage forms RAID sets`,
      });
    }
    switch (component.type) {
      case 'cpu':
        total.cores += (specs.threads ?? specs.cores ?? 0) * quantity;
        break;
      case 'ram':
        total.memory += (specs.capacity_gb ?? 0) * MB_PER_GB * quantity;
        break;
      case 'gpu':
        total.gpu += quantity;
        total.vram += (specs.vram_gb ?? 0) * MB_PER_GB * quantity;
        break;
      case 'storage':
        disks.push(piece);
        break;
      case 'nic':
      case 'psu':
      case 'os':
      case 'other':
        break;
    }
  }
  for (const group of raidGroups(disks)) {
    const { gb, fault } = groupCapacity(group);
    total.nvme += gb;
    if (fault) faults.push(fault);
  }
  for (const resource of Object.keys(total) as (keyof ResourceVector)[])
    total[resource] = exact(total[resource]);
  return { capacity: total, faults };
}

/** Disks that share a named group form one set; without a name, each assignment is a set of its own. */
function raidGroups(disks: readonly Hardware[]): Hardware[][] {
  const groups = new Map<string, Hardware[]>();
  for (const disk of disks) {
    const id = disk.raidGroup === undefined ? `assignment ${disk.assignment}` : `group ${disk.raidGroup}`;
    groups.set(id, [...(groups.get(id) ?? []), disk]);
  }
  return [...groups.values()];
}

function groupCapacity(group: readonly Hardware[]): { gb: number; fault?: HardwareFault } {
  const last = group[group.length - 1] as Hardware;
  const levels = new Set(
    group.map(({ raidLevel }) => (raidLevel === undefined ? null : raidLevelOf(raidLevel))),
  );
  if (levels.size > 1) {
    const named = [...levels].map((level) => (level === null ? 'no level' : `RAID ${level}`)).join(' and ');
    return {
      gb: 0,
      fault: {
        code: 'raid.mixed',
        assignment: last.assignment,
        message: `the disks of RAID group ${last.raidGroup} disagree about its level: ${named}`,
      },
    };
  }
  const disks = diskSetOf(group);
  const [level] = levels;
  if (level === null || level === undefined) return { gb: disks.sum };
  const usable = usableCapacity(level, disks);
  if ('gb' in usable) return { gb: usable.gb };
  return {
    gb: 0,
    fault: {
      code: 'raid.count',
      assignment: last.assignment,
      message: `RAID ${level} needs ${usable.needs}, and this set has ${disks.count}`,
    },
  };
}

function diskSetOf(group: readonly Hardware[]): DiskSet {
  const sizeOf = ({ component }: Hardware): number => component.specs?.capacity_gb ?? 0;
  return {
    count: group.reduce((count, { quantity }) => count + quantity, 0),
    smallest: Math.min(...group.map(sizeOf)),
    sum: group.reduce((sum, piece) => sum + sizeOf(piece) * piece.quantity, 0),
  };
}
