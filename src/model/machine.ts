import type { Price } from './price.ts';
import type { Reach } from './reach.ts';

/** What a machine is marked with at its provider; how each provider writes it is its own affair. */
export interface Marker {
  readonly fleet: string;
  /** The id of the intent that made it. */
  readonly intent: string;
  /** The object it realises, for life. */
  readonly uid: string;
}

/** What is left to do for a machine once it is made. Each may be done again without harm. */
export const TASKS = ['network', 'bootstrap', 'join'] as const;

export type Task = (typeof TASKS)[number];

/** A cluster that a machine is to join. */
export interface ClusterOrder {
  /** Such as `1.31`. */
  readonly version: string;
  /** Its control-plane nodes; the first that answers makes the token. */
  readonly controlPlane: readonly Reach[];
}

/** A machine that is to be made. */
export interface MachineOrder {
  readonly name: string;
  /** What it calls itself; its name where absent. */
  readonly hostname?: string;
  /** Null where the provider has only one. */
  readonly region: string | null;
  /** Regions to try next, in this order, where there is no capacity in the one before. */
  readonly fallback?: readonly string[];
  /** In the provider's own words, from the profile. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly image: string | null;
  readonly sshKeys: readonly string[];
  readonly userData: string | null;
  readonly price: Price;
  /** The provider's own id of a machine that is taken over instead of making one. */
  readonly adopt?: string;
  /** What is done once it is made, in this order; none where absent. */
  readonly tasks?: readonly Task[];
  /** Absent unless it is to join one. */
  readonly cluster?: ClusterOrder;
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
  /** Its SSH host key as `ssh-ed25519 AAAA…`; absent where nobody of ours knows it. */
  readonly hostKey?: string;
}

/** A machine that stands at a provider, ours or not, with what is known of it there. */
export interface FoundMachine {
  readonly machine: Machine;
  /** As a ComputeProfile's parameters would have it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly image: string | null;
  /** Cores, and memory in MB, nvme in GB, as the provider counts them; empty where it does not say. */
  readonly resources: Readonly<Record<string, number>>;
  /** Null where the provider does not say. */
  readonly price: Price | null;
}
