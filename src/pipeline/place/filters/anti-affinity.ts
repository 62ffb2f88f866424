import { describeSelector } from '../../../model/selector.ts';
import type { StandingFilter } from './filter.ts';

/** A compute matches none of the anti-affinity selectors of the service. */
export const antiAffinity: StandingFilter = {
  narrow(mask, sites, rules) {
    for (const selector of rules.antiAffinity ?? []) {
      const matching = sites.matching(selector);
      for (let compute = 0; compute < mask.length; compute++) {
        if (matching[compute] === 1) mask[compute] = 0;
      }
    }
  },
  refusal(sites, rules, compute) {
    const matched = rules.antiAffinity?.find((selector) => sites.matching(selector)[compute] === 1);
    if (!matched) return undefined;
    const text = `matches anti-affinity ${describeSelector(matched)}`;
    return { reason: text, cause: `it ${text}` };
  },
};
