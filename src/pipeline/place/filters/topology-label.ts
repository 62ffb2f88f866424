import type { StandingFilter } from './filter.ts';

/** A service that spreads over a label runs only on computes that have it. */
export const topologyLabel: StandingFilter = {
  narrow(mask, sites, { topologyKey }) {
    if (topologyKey === undefined) return;
    const { of } = sites.columns.of(topologyKey);
    for (let compute = 0; compute < mask.length; compute++) {
      if ((of[compute] as number) < 0) mask[compute] = 0;
    }
  },
  refusal(sites, { topologyKey }, compute) {
    if (topologyKey === undefined || sites.columns.has(topologyKey, compute)) return undefined;
    return {
      reason: `has no tag ${topologyKey} to spread over`,
      cause: `it has no tag ${topologyKey} to spread over`,
    };
  },
};
