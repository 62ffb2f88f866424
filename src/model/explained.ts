import type { AddressExplanation } from './address-explanation.ts';
import type { ComputeExplanation, ServiceExplanation, Shortfall } from './explanation.ts';
import type { HostExplanation, ProfileExplanation, ProviderExplanation } from './order-explanation.ts';
import type { Baseline } from './simulation.ts';

/** What is explained, and whether that is as it was applied or as the next plan would do it. */
export type Explained = (
  | (ServiceExplanation & Shortfall)
  | ComputeExplanation
  | HostExplanation
  | ProfileExplanation
  | ProviderExplanation
  | AddressExplanation
) & {
  readonly source: Baseline;
};
