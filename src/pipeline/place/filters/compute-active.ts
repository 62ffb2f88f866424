import type { StandingFilter } from './filter.ts';

/** Only an active compute receives placements. */
export const computeActive: StandingFilter = {
  narrow(mask, sites) {
    for (let compute = 0; compute < mask.length; compute++) {
      if (sites.active[compute] === 0) mask[compute] = 0;
    }
  },
  refusal(sites, _rules, compute) {
    const state = sites.computes[compute]?.spec.state;
    if (state === 'active') return undefined;
    const reason = state === 'maintenance' ? 'in maintenance' : 'inactive';
    return { reason, cause: `it is ${reason}` };
  },
};
