// Generated from schemas/compute-provider.json by `npm run generate`.

import type { Cost, Family, Name, Region, SecretReference } from './definitions.ts';

/**
 * Which provider it is, how it is reached, and who may order from it.
 */
export interface ComputeProviderSpec {
  family: Family;
  /**
   * The name of the Organization it belongs to. By default it is in the free pool; the first order claims it for its organization, and the claim is recorded.
   */
  organization?: Name;
  /**
   * The name of the only Workspace that may order from it. By default every workspace of the organization may.
   */
  workspace?: Name;
  /**
   * The provider's own name or id for the project or virtual data centre that the hosts go into. Not needed where the credentials belong to one.
   */
  project?: string;
  /**
   * The region of hosts that name none themselves.
   */
  region?: Region;
  /**
   * Where the API is reached, for a private gateway or a test. By default the family's public address.
   */
  endpoint?: string;
  /**
   * Where the API token is found; for hetzner-robot the text user:password. A reference, never the secret itself: exactly one of { env: NAME }, { file: PATH }, { age: PATH }. Text is refused here. The sandbox needs none.
   */
  credentials?: SecretReference;
  /**
   * hetzner-robot: whether machines are really ordered, which cannot be undone within the month. By default orders are only tested.
   */
  allowOrders: boolean;
  /**
   * hetzner-robot: the highest price per month of a single machine, without VAT, in the profile's currency. A dearer one is never ordered.
   */
  priceCap?: Cost;
}
