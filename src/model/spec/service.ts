// Generated from schemas/service.json by `npm run generate`.

import type { Name, Resources, Selector } from './definitions.ts';

/**
 * The needs of the workload and the rules for placing it.
 */
export interface ServiceSpec {
  /**
   * Free text for people: what it does, who owns it, where its runbook is.
   */
  description?: string;
  /**
   * An inactive service keeps its manifest and gives up its placements. By default a service is active.
   */
  state: 'active' | 'inactive';
  /**
   * How many instances are to run; 0 runs none. By default 1.
   */
  replicas: number;
  /**
   * The service with the higher number is placed first. By default 0.
   */
  priority: number;
  resources: ServiceResources;
  /**
   * The ports an instance listens on. PortAssignments expose them to the outside.
   */
  ports?: ServicePort[];
  placement?: ServicePlacement;
}
/**
 * What each instance needs. It is placed where min fits, and granted up to max while its compute stays at or under the utilisation target.
 */
export interface ServiceResources {
  /**
   * What an instance cannot do without.
   */
  min: Resources;
  /**
   * The most an instance is granted, nowhere below min. By default the same as min, resource by resource.
   */
  max?: Resources;
}
/**
 * One port an instance listens on.
 */
export interface ServicePort {
  /**
   * A name by which a PortAssignment may refer to the port.
   */
  name?: string;
  /**
   * The port number, 1 to 65535.
   */
  port: number;
  /**
   * tcp or udp. By default tcp.
   */
  protocol: 'tcp' | 'udp';
}
/**
 * Rules for where instances may run. Without rules every active compute will do.
 */
export interface ServicePlacement {
  /**
   * Selectors that a compute must match, all of them.
   */
  affinity?: Selector[];
  /**
   * Selectors that a compute must not match, not one of them.
   */
  antiAffinity?: Selector[];
  /**
   * The most instances of this service on one compute. By default there is no such limit.
   */
  spreadMax?: number;
  /**
   * A tag key, or a built-in key such as stowage/region: the instances spread evenly over the values it has among the computes that may take them. By default they need not spread.
   */
  topologyKey?: string;
  /**
   * Services that never share a compute with this one. It is enough to say so on one side.
   *
   * Items: The name of a Service.
   */
  antiAffinityServices?: Name[];
  /**
   * What must stay free on the compute once the min is placed, so that the service has room to breathe. By default nothing.
   */
  buffer?: Resources;
}
