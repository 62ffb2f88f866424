import { describeValue } from '../topology.ts';
import type { OccupancyFilter } from './filter.ts';

/** The instances of a service spread evenly over the values of its topology key. */
export const topologyShare: OccupancyFilter = {
  local: false,
  concerns({ rules }) {
    return rules.topologyKey !== undefined;
  },
  rejects(occupancy, workload, compute) {
    const value = workload.eligibility.topology?.valueOf[compute] as number;
    return !(occupancy.spreadOf(workload)?.admits(value) ?? false);
  },
  refusal(occupancy, workload, compute) {
    const { key, values, valueOf } = workload.eligibility.topology as NonNullable<
      typeof workload.eligibility.topology
    >;
    const value = valueOf[compute] as number;
    const count = occupancy.spreadOf(workload)?.countOf(value) ?? 0;
    const place = describeValue(key, values[value] as string);
    const reason = `${place} already has its share (${count} of ${workload.replicas})`;
    return { reason, cause: reason };
  },
};
