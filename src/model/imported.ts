import type { Machine } from './machine.ts';
import type { Price } from './price.ts';

/** A machine that stands at a provider, as a Host that takes it over. */
export interface ImportedHost {
  readonly name: string;
  /** Its name at the provider; absent where that is the Host's. */
  readonly hostname?: string;
  readonly profile: string;
  /** Absent where the provider has only one. */
  readonly region?: string;
  readonly image?: string;
  /** The provider's own id. */
  readonly adopt: string;
}

/** What such machines are, as a profile that no manifest declares yet. */
export interface ImportedProfile {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, number>>;
  /** Null where the provider does not say. */
  readonly price: Price | null;
  readonly regions: readonly string[];
}

/** A machine that is not taken over though no Host has it. */
export interface LeftOut {
  readonly machine: Machine;
  /**
   * It is marked as of another fleet, or as of ours and of an object that is recorded, or that a manifest declares; or it
   * does not run.
   */
  readonly why: 'elsewhere' | 'orphan' | 'declared' | 'stopped';
}

/** What it takes to take over the machines of a provider. */
export interface Imported {
  readonly hosts: readonly ImportedHost[];
  readonly profiles: readonly ImportedProfile[];
  readonly left: readonly LeftOut[];
}
