// Generated from schemas/billing-agreement.json by `npm run generate`.

import type { Cost, Date, Name } from './definitions.ts';

/**
 * The terms: prices, discountPercent or both. A profile among prices has that price; the discount holds for every other.
 */
export interface BillingAgreementSpec {
  /**
   * The name of the Organization whose plans it holds for.
   */
  organization: Name;
  /**
   * Agreed prices, at least one; each profile once.
   *
   * @minItems 1
   */
  prices?: AgreedPrice[];
  /**
   * What is taken off the monthly list price, in percent.
   */
  discountPercent?: number;
  /**
   * The first day it holds, YYYY-MM-DD. By default it has always held.
   */
  validFrom?: Date;
  /**
   * The last day it holds, YYYY-MM-DD. By default it does not end.
   */
  validUntil?: Date;
}
/**
 * The agreed price of one profile.
 */
export interface AgreedPrice {
  /**
   * The name of the ComputeProfile.
   */
  profile: Name;
  /**
   * Price per month, without VAT, in the profile's currency.
   */
  monthly: Cost;
}
