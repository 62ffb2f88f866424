import type { Usage } from './usage.ts';

/** 1 when all resources are used alike; less, the more the fullest is ahead of the others and strands them. */
export function stranding({ mean, hottest }: Usage): number {
  return Math.max(0, 1 - (hottest - mean));
}
