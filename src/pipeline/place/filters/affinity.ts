import { describeSelector } from '../../../model/selector.ts';
import type { StandingFilter } from './filter.ts';

/** A compute matches every affinity selector of the service. */
export const affinity: StandingFilter = {
  narrow(mask, sites, rules) {
    for (const selector of rules.affinity ?? []) {
      const matching = sites.matching(selector);
      for (let compute = 0; compute < mask.length; compute++) {
        if (matching[compute] === 0) mask[compute] = 0;
      }
    }
  },
  refusal(sites, rules, compute) {
    const missed = rules.affinity?.find((selector) => sites.matching(selector)[compute] === 0);
    if (!missed) return undefined;
    const text = `affinity ${describeSelector(missed)}`;
    return { reason: `does not match ${text}`, cause: `it no longer matches ${text}` };
  },
};
