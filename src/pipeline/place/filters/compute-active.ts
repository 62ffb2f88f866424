import type { StandingFilter } from './filter.ts';

/** Only an active compute receives placements. */
export const computeActive: StandingFilter = {
  narrow(mask, sites) {
    for (const [compute, { spec }] of sites.computes.entries()) {
      if (spec.state !== 'active') mask[compute] = 0;
    }
  },
  refusal(sites, _rules, compute) {
    const state = sites.computes[compute]?.spec.state;
    if (state === 'active') return undefined;
    const reason = state === 'maintenance' ? 'in maintenance' : 'inactive';
    return { reason, cause: `it is ${reason}` };
  },
};
