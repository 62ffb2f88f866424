// Generated from schemas/ip-assignment.json by `npm run generate`.

import type { Name } from './definitions.ts';

/**
 * The compute and its address: exactly one of ip and pool.
 */
export interface IPAssignmentSpec {
  /**
   * The name of the Compute or Host that gets the address.
   */
  compute: Name;
  /**
   * The name of the IPAddress it gets; its name, not the address itself.
   */
  ip?: Name;
  /**
   * The name of the IPPool whose lowest free address it gets. The choice is recorded and stays as long as the pool still has it to give.
   */
  pool?: Name;
  /**
   * Whether this is the address the compute is reached by; at most one per compute and address family. By default it is not.
   */
  primary: boolean;
}
