// Generated from schemas/compute.json by `npm run generate`.

import type { Cost, Currency, Date, ProviderName, Region, Resources, Tags } from './definitions.ts';

/**
 * What the machine is, where it stands, and what it costs. What it can carry follows from the components assigned to it.
 */
export interface ComputeSpec {
  /**
   * The form of the machine; selectors see it as stowage/type.
   */
  type: 'baremetal' | 'vps' | 'vm';
  provider: ProviderName;
  /**
   * Where the machine stands, by the provider's own name for the place; selectors see it as stowage/region.
   */
  region: Region;
  /**
   * Only an active compute receives placements. Setting maintenance or inactive makes the next plan drain it. By default a compute is active.
   */
  state: 'active' | 'inactive' | 'maintenance';
  tags?: Tags;
  billing?: ComputeBilling;
  /**
   * What the machine keeps for itself, for its system and agents; it is taken off the capacity before anything is placed. By default nothing.
   */
  reserved?: Resources;
  ssh?: ComputeSsh;
}
/**
 * What the machine costs and until when its contract runs. Without it the machine is free of charge in every plan.
 */
export interface ComputeBilling {
  /**
   * Price per month, without VAT, in currency.
   */
  monthlyCost?: Cost;
  /**
   * Price per year, without VAT, in currency. Where only this is given, a month costs a twelfth of it.
   */
  annualCost?: Cost;
  /**
   * The currency of both costs, by its ISO 4217 code. By default EUR.
   */
  currency: Currency;
  /**
   * The last day of the contract, YYYY-MM-DD. A warning appears 60 days before.
   */
  contractEnd?: Date;
  /**
   * The day by which the contract is to be renewed or cancelled, YYYY-MM-DD; not after contractEnd.
   */
  renewalDate?: Date;
}
/**
 * How the machine is reached over SSH, where Stowage has something to do on it. Needed of control-plane nodes; what is ordered tells it by itself.
 */
export interface ComputeSsh {
  /**
   * The public key of the machine in OpenSSH form, or its SHA256 fingerprint. No other machine is spoken to.
   */
  hostKey: string;
  /**
   * An IP address or a name. By default the compute's primary address.
   */
  address?: string;
  /**
   * By default the port of the fleet (spec.ssh in stowage.yaml).
   */
  port?: number;
  /**
   * By default the user of the fleet (spec.ssh in stowage.yaml).
   */
  user?: string;
}
