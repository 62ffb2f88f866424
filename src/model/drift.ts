import type { Address } from './address.ts';
import type { FoundMachine } from './machine.ts';
import type { Price } from './price.ts';
import type { Family } from './spec/definitions.ts';

/** What stands at a provider. */
export interface ProviderCensus {
  readonly provider: string;
  readonly family: Family;
  /** Whether a machine that carries no mark is therefore none of ours. */
  readonly marks: boolean;
  readonly found: readonly FoundMachine[];
}

/** A provider that did not say what stands there. */
export interface SilentProvider {
  readonly provider: string;
  readonly message: string;
  readonly hint: string;
}

/** One thing about a machine that is not as it is recorded. */
export interface Departure {
  /** `mark`, `name`, `region`, `addresses`, `state`, or `parameters.` and one of the profile's. */
  readonly field: string;
  readonly recorded: unknown;
  readonly found: unknown;
}

/**
 * A machine that is not as it is recorded: `gone`; `foreign`, as it does not carry our mark any more; `changed`; or an
 * `orphan`, which carries our mark and belongs to nothing.
 */
export interface Deviation {
  readonly what: 'gone' | 'foreign' | 'changed' | 'orphan';
  readonly provider: string;
  /** The provider's own id. */
  readonly machine: string;
  readonly name: string;
  /** Its Host; null for an orphan. */
  readonly address: Address | null;
  readonly departures: readonly Departure[];
  /** What it costs there; null where it is gone, or the provider does not say. */
  readonly price: Price | null;
  /** What a person can do about it. */
  readonly advice: string;
}

/** A provider that answered, and how much was compared. */
export interface ComparedProvider {
  readonly provider: string;
  /** Recorded Hosts that were compared. */
  readonly hosts: number;
  /** Machines that stand there, ours or not. */
  readonly machines: number;
}

/** What is recorded against what stands at providers, on the fields that we manage. */
export interface Drift {
  readonly fleet: string;
  /** By name, as are the others. */
  readonly providers: readonly ComparedProvider[];
  readonly deviations: readonly Deviation[];
  readonly silent: readonly SilentProvider[];
}
