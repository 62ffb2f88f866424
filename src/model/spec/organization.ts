// Generated from schemas/organization.json by `npm run generate`.

import type { Family, Limits } from './definitions.ts';

/**
 * Limits, members and provider families of the organization.
 */
export interface OrganizationSpec {
  /**
   * The most that all hosts of the organization may add up to. By default nothing is limited.
   */
  limits?: Limits;
  /**
   * Who may act for the organization. As soon as one organization of the fleet has members, nobody else may apply.
   */
  members?: OrganizationMember[];
  /**
   * The provider families that are enabled: hosts of any other are refused. By default every family is enabled; an empty list enables none.
   */
  families?: Family[];
}
/**
 * One person, team or machine account, and what it may do.
 */
export interface OrganizationMember {
  /**
   * Who it is, as the author of a commit or an apply is known: an e-mail address or an account name.
   */
  principal: string;
  /**
   * What the member may do: roles, or single permissions. admin may do everything, operator everything but provider.write, viewer nothing.
   */
  roles: string[];
}
