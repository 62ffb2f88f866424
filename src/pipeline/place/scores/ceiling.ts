import type { Usage } from './usage.ts';

/** 1 for a compute that stays at or under the ceiling in every resource, else 0. */
export function ceiling({ underCeiling }: Usage): number {
  return underCeiling ? 1 : 0;
}
