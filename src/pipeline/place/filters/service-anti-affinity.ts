import type { OccupancyFilter } from './filter.ts';

/** Two services never share a compute when either names the other. */
export const serviceAntiAffinity: OccupancyFilter = {
  local: true,
  concerns({ avoids }) {
    return avoids.size > 0;
  },
  rejects(occupancy, { avoids }, compute) {
    const guests = occupancy.on(compute);
    if (avoids.size > guests.length) return guests.some(({ workload }) => avoids.has(workload.index));
    for (const other of avoids) if (occupancy.homesOf(other).has(compute)) return true;
    return false;
  },
  refusal(occupancy, { avoids, rules }, compute) {
    const present = occupancy
      .on(compute)
      .flatMap(({ workload }) => (avoids.has(workload.index) ? [workload] : []));
    // The first by name, so that the answer does not depend on who came first.
    const name = present.sort((a, b) => a.index - b.index)[0]?.name ?? '';
    const text = `shares with ${name}, which ${rules.antiAffinityServices?.includes(name) ? 'it avoids' : 'avoids it'}`;
    return { reason: text, cause: text };
  },
  rejected(occupancy, { avoids }, name) {
    for (const other of avoids) for (const compute of occupancy.homesOf(other).keys()) name(compute);
  },
};
