// Generated from schemas/port-assignment.json by `npm run generate`.

import type { Name, Protocol } from './definitions.ts';

/**
 * The outer end and the inner end. Address, port and protocol of the outer end together identify it.
 */
export interface PortAssignmentSpec {
  /**
   * The name of the Service that is exposed.
   */
  service: Name;
  /**
   * The name of the IPAddress it is reached at.
   */
  ip: Name;
  /**
   * The outer port, 1 to 65535.
   */
  port: number;
  /**
   * The protocol that is forwarded; all covers every one. By default tcp.
   */
  protocol: Protocol;
  /**
   * The inner port: a number, 1 to 65535, or the name of one of the service's ports. By default the same number as port.
   */
  servicePort?: number | string;
  /**
   * Free text for people: who uses it and what for.
   */
  description?: string;
}
