// Generated from schemas/workspace.json by `npm run generate`.

import type { Limits, Name, Selector } from './definitions.ts';

/**
 * Whose workspace it is, what its hosts are for, and how far it may grow.
 */
export interface WorkspaceSpec {
  /**
   * The name of the Organization it belongs to.
   */
  organization: Name;
  /**
   * hosts for plain machines; kubernetes for machines that join a cluster, which then needs the kubernetes field. By default hosts.
   */
  type: 'hosts' | 'kubernetes';
  /**
   * The most that the hosts of the workspace may add up to; those of the organization hold as well. By default nothing more is limited.
   */
  limits?: Limits;
  kubernetes?: WorkspaceKubernetes;
}
/**
 * The cluster that the hosts join.
 */
export interface WorkspaceKubernetes {
  /**
   * The Kubernetes version, quoted so that YAML does not read a number.
   */
  version: string;
  /**
   * The provider family that hosts the control planes. Worker hosts use their own.
   */
  managementProvider: 'hetzner-cloud' | 'ionos-dcd';
  /**
   * The computes that are control-plane nodes. One of them makes the short-lived token with which a host joins, so no host can join without it.
   */
  controlPlane?: Selector;
}
