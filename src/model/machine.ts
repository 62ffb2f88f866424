import type { Price } from './price.ts';

/** What a machine is marked with at its provider; how each provider writes it is its own affair. */
export interface Marker {
  readonly fleet: string;
  /** The id of the intent that made it. */
  readonly intent: string;
  /** The object it realises, for life. */
  readonly uid: string;
}

/** A machine that is to be made. */
export interface MachineOrder {
  readonly name: string;
  /** Null where the provider has only one. */
  readonly region: string | null;
  /** In the provider's own words, from the profile. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly image: string | null;
  readonly sshKeys: readonly string[];
  readonly userData: string | null;
  readonly price: Price;
}

/** A machine at a provider. */
export interface Machine {
  /** The provider's own id. */
  readonly id: string;
  readonly name: string;
  /** Null on a machine that nobody of ours made. */
  readonly marker: Marker | null;
  /** The provider's own word for its state. */
  readonly state: string;
  readonly addresses: readonly string[];
  readonly region: string | null;
  /** RFC 3339, UTC. */
  readonly since: string;
}
