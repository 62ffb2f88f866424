// Generated from schemas/component-assignment.json by `npm run generate`.

import type { Name, Notes } from './definitions.ts';

/**
 * The component, the computes that have it, and how it is built in.
 */
export interface ComponentAssignmentSpec {
  /**
   * The name of the Component that is built in.
   */
  component: Name;
  /**
   * The names of the computes that have it, at least one. Each has quantity pieces.
   *
   * @minItems 1
   *
   * Items: The name of a Compute or a Host.
   */
  computes: Name[];
  /**
   * How many pieces each of the computes has. By default 1.
   */
  quantity: number;
  /**
   * Where it sits in the machine.
   */
  slot?: string;
  /**
   * The serial numbers of the pieces. A serial number exists once in the fleet.
   */
  serialNumbers?: string[];
  notes?: Notes;
  /**
   * How the pieces of the group are combined on each compute: 0 adds them up, 1 keeps the smallest, 5 loses one (3 or more), 6 loses two (4 or more), 10 keeps half (an even 4 or more). Without a level the pieces add up. For storage only.
   */
  raidLevel?: 0 | 1 | 5 | 6 | 10 | 'raid0' | 'raid1' | 'raid5' | 'raid6' | 'raid10';
  /**
   * The name of the array the pieces belong to. Assignments with one group on one compute form one array and need one level. By default each assignment with a level is an array of its own.
   */
  raidGroup?: string;
}
