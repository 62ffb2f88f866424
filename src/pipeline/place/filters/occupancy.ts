import type { OccupancyFilter } from './filter.ts';
import { room } from './room.ts';
import { serviceAntiAffinity } from './service-anti-affinity.ts';
import { spreadMax } from './spread-max.ts';
import { topologyShare } from './topology-share.ts';

/** The rules that depend on what already runs on a compute, in the order in which reasons are given. */
export const OCCUPANCY_FILTERS: readonly OccupancyFilter[] = [
  serviceAntiAffinity,
  spreadMax,
  topologyShare,
  room,
];
