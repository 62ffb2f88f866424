import type { OccupancyFilter } from './filter.ts';

/** At most spreadMax instances of a service share a compute. */
export const spreadMax: OccupancyFilter = {
  local: true,
  concerns({ rules }) {
    return rules.spreadMax !== undefined;
  },
  rejects(occupancy, { index, rules }, compute) {
    return (occupancy.homesOf(index).get(compute) ?? 0) >= (rules.spreadMax ?? Infinity);
  },
  refusal(occupancy, { index, name, rules }, compute) {
    const count = occupancy.homesOf(index).get(compute) ?? 0;
    const text = `already has ${count} of ${name} (spreadMax ${rules.spreadMax})`;
    return { reason: text, cause: `it ${text}` };
  },
  *rejected(occupancy, { index, rules }) {
    for (const [compute, count] of occupancy.homesOf(index)) {
      if (count >= (rules.spreadMax ?? Infinity)) yield compute;
    }
  },
};
