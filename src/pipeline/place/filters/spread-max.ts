import type { OccupancyFilter } from './filter.ts';

/** At most spreadMax instances of a service share a compute. */
export const spreadMax: OccupancyFilter = {
  local: true,
  concerns(workload) {
    return workload.spreadMax !== Infinity;
  },
  rejects(occupancy, workload, compute) {
    return (occupancy.homesOf(workload.index).get(compute) ?? 0) >= workload.spreadMax;
  },
  refusal(occupancy, { index, name, spreadMax: most }, compute) {
    const count = occupancy.homesOf(index).get(compute) ?? 0;
    const text = `already has ${count} of ${name} (spreadMax ${most})`;
    return { reason: text, cause: `it ${text}` };
  },
  rejected(occupancy, { index, spreadMax: most }, name) {
    for (const [compute, count] of occupancy.homesOf(index)) if (count >= most) name(compute);
  },
};
