import type { ServerType } from './api-types.ts';

const MB_PER_GB = 1024;

/** What a machine of a type has: cores, memory in MB, nvme in GB. */
export function resourcesOf({ cores, memory, disk }: ServerType) {
  return { cores, memory: memory * MB_PER_GB, nvme: disk };
}
