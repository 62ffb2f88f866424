import type { OccupancyFilter } from './filter.ts';

/** At most spreadMax instances of a service share a compute. */
export const spreadMax: OccupancyFilter = {
  local: true,
  concerns({ rules }) {
    return rules.spreadMax !== undefined;
  },
  rejects(occupancy, workload, compute) {
    return occupancy.count(workload.index, compute) >= (workload.rules.spreadMax ?? Infinity);
  },
  refusal(occupancy, { index, name, rules }, compute) {
    const text = `already has ${occupancy.count(index, compute)} of ${name} (spreadMax ${rules.spreadMax})`;
    return { reason: text, cause: `it ${text}` };
  },
};
