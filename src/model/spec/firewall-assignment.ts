// Generated from schemas/firewall-assignment.json by `npm run generate`.

import type { Name, Selector } from './definitions.ts';

/**
 * The rule and where it holds: exactly one of compute and computeSelector.
 */
export interface FirewallAssignmentSpec {
  /**
   * The name of the FirewallRule.
   */
  rule: Name;
  /**
   * The name of the one Compute or Host it holds on.
   */
  compute?: Name;
  /**
   * The computes it holds on, those of tomorrow included.
   */
  computeSelector?: Selector;
  /**
   * Set to false, the rule is switched off here and the manifest stays. By default it is in effect.
   */
  enabled: boolean;
}
