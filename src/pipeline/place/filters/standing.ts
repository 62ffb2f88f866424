import { affinity } from './affinity.ts';
import { antiAffinity } from './anti-affinity.ts';
import { computeActive } from './compute-active.ts';
import type { StandingFilter } from './filter.ts';
import { topologyLabel } from './topology-label.ts';

/** The rules that depend on the compute alone, in the order in which reasons are given. */
export const STANDING_FILTERS: readonly StandingFilter[] = [
  computeActive,
  affinity,
  antiAffinity,
  topologyLabel,
];
