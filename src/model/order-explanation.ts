import type { ComputeExplanation } from './explanation.ts';
import type { Price } from './price.ts';
import type { Task } from './machine.ts';
import type { Resources } from './spec/definitions.ts';

/** A price, and where it comes from: agreed at the order, agreed in a BillingAgreement, or of the list. */
export interface ExplainedPrice extends Price {
  readonly source: 'ordered' | 'agreement' | 'list';
  /** The BillingAgreement that holds today; null where none does. */
  readonly agreement: string | null;
  /** The list price per month. */
  readonly list: number;
}

/** From whom a Host is ordered, and why not from another. */
export interface ProviderChoice {
  /** Null where there is nobody. */
  readonly name: string | null;
  readonly why: string;
  /** Every other ComputeProvider, by name. */
  readonly others: readonly { readonly provider: string; readonly reason: string }[];
}

/** How an order goes, and what came of it. */
export interface HostExplanation {
  readonly host: string;
  /** `not ordered` before anything is recorded of it. */
  readonly state: string;
  /** What is to be known besides: why it is in error, that a request has no outcome, the day on which it leaves; else null. */
  readonly note: string | null;
  readonly profile: string;
  readonly workspace: string;
  readonly provider: ProviderChoice;
  /** Where it is, or is tried first; null where the provider has only one or chooses. */
  readonly region: string | null;
  readonly regionWhy: string;
  /** Regions to try next, in this order, as long as it is not made. */
  readonly fallback: readonly string[];
  /** Null where its profile is gone and nothing was recorded. */
  readonly price: ExplainedPrice | null;
  /** The provider's own id; null while there is none. */
  readonly machine: string | null;
  readonly addresses: readonly string[];
  readonly tasks: readonly { readonly task: Task; readonly done: boolean }[];
  /** Null where it is no compute, since its manifest is gone. */
  readonly carries: ComputeExplanation | null;
}

/** A Host, in the words of an explanation of something it belongs to. */
export interface HostLine {
  readonly host: string;
  readonly state: string;
}

/** Who may order a profile, from whom, for how much, and who has. */
export interface ProfileExplanation {
  readonly computeProfile: string;
  readonly family: string;
  readonly active: boolean;
  readonly resources: Resources;
  /** Empty where it is offered everywhere. */
  readonly regions: readonly string[];
  readonly price: Price;
  /** What organizations pay per month that have agreed on something else. */
  readonly agreed: readonly {
    readonly organization: string;
    readonly monthly: number;
    readonly agreement: string;
  }[];
  /** By workspace, who would be asked; null where there is nobody. */
  readonly orderedFrom: readonly { readonly workspace: string; readonly provider: string | null }[];
  readonly hosts: readonly HostLine[];
}

/** Whose a provider is, who may order from it, and what stands there. */
export interface ProviderExplanation {
  readonly computeProvider: string;
  readonly family: string;
  /** Null while it is in the free pool. */
  readonly organization: string | null;
  readonly why: string;
  /** Workspaces that may order from it. */
  readonly workspaces: readonly string[];
  /** The region of Hosts that name none themselves. */
  readonly region: string | null;
  readonly hosts: readonly HostLine[];
}
