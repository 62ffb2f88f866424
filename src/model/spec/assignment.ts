// Generated from schemas/assignment.json by `npm run generate`.

import type { Name, Resources } from './definitions.ts';

/**
 * What is pinned where, and why. Service and compute together identify it.
 */
export interface AssignmentSpec {
  /**
   * The name of the Service that is pinned.
   */
  service: Name;
  /**
   * The name of the Compute or Host it is pinned to.
   */
  compute: Name;
  /**
   * How many of the service's instances are pinned here; the others are placed by the plan. By default 1.
   */
  quantity: number;
  /**
   * What each pinned instance is granted, between the service's min and max. By default the plan grants it.
   */
  allocated?: Resources;
  /**
   * Why a person decided this; shown wherever the placement is explained.
   */
  reason?: string;
}
