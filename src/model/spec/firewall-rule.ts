// Generated from schemas/firewall-rule.json by `npm run generate`.

import type { Protocol } from './definitions.ts';

/**
 * Which traffic the rule matches, and what becomes of it.
 */
export interface FirewallRuleSpec {
  /**
   * ALLOW lets the traffic pass, DENY drops it.
   */
  action: 'ALLOW' | 'DENY';
  protocol: Protocol;
  /**
   * Where the traffic comes from: a network in CIDR notation, one address, or any. By default any.
   */
  source: string;
  /**
   * Where the traffic goes: a network in CIDR notation, one address, or any. By default any.
   */
  destination: string;
  /**
   * The first destination port. 0, the default, means every port. With protocol all, ports narrow the rule to TCP and UDP.
   */
  portStart: number;
  /**
   * The last destination port. 0, the default, means the single port portStart.
   */
  portEnd: number;
  /**
   * in for traffic that arrives at the compute, out for traffic that leaves it. By default in.
   */
  direction: 'in' | 'out';
  /**
   * The rule with the lower number is tried first, and those of one number in the order of their names; where these act differently on the same packets, that is an error. By default 100.
   */
  priority: number;
  /**
   * Free text for people: what the rule is for.
   */
  description?: string;
}
