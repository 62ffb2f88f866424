// Generated from schemas/compute-profile.json by `npm run generate`.

import type { Cost, Currency, Family, Resources, Tags } from './definitions.ts';

/**
 * What is offered, by whom, where, and for how much.
 */
export interface ComputeProfileSpec {
  family: Family;
  /**
   * What a host of this profile can carry.
   */
  resources: Resources;
  price: ProfilePrice;
  /**
   * What the provider needs to know to order exactly this machine, in its own words: server_type for hetzner-cloud, product_id for hetzner-robot, cores, ram, cpuFamily and volumeSize for ionos-dcd.
   */
  parameters?: {
    [k: string]: string | number | boolean | (string | number)[];
  };
  /**
   * Where it is offered, by the provider's own names. By default everywhere.
   */
  regions?: string[];
  /**
   * Tags that every host of this profile has; the placement rules of services match them.
   */
  tags?: Tags;
  /**
   * Set to false, it can no longer be ordered; hosts that have it keep it. By default it can be ordered.
   */
  active: boolean;
}
/**
 * The list price. A BillingAgreement may take its place.
 */
export interface ProfilePrice {
  /**
   * Price per month, without VAT, in currency.
   */
  monthly: Cost;
  /**
   * Price once at the order, without VAT, in currency. By default nothing.
   */
  setup: Cost;
  /**
   * The currency of both prices, by its ISO 4217 code. By default EUR.
   */
  currency: Currency;
}
