import type { Intent } from '../model/intent.ts';
import type { FoundMachine, Machine, MachineOrder, Marker } from '../model/machine.ts';
import type { Quote } from '../model/quote.ts';

/** An order that is only asked about. */
export interface AskedOrder {
  /** The id of its step. */
  readonly step: string;
  readonly order: MachineOrder;
  /** The ids of intents under which it may have been carried out already; none where absent. */
  readonly intents?: readonly string[];
}

/** What became of an intent: a machine that carries its mark, proof that there is none, or neither. */
export type Observation =
  | { readonly found: 'ours'; readonly machine: Machine }
  | { readonly found: 'nothing' }
  /** `candidates` are machines it may have become, for a person to choose from. */
  | { readonly found: 'unclear'; readonly why: string; readonly candidates: readonly Machine[] };

/** What a provider can do. */
export interface Capabilities {
  /** A machine carries our mark from its first moment. */
  readonly marks: boolean;
  /** Asking twice under one mark makes one machine. */
  readonly idempotent: boolean;
  /** A machine starts with the user data of its order; without, they are brought to it over SSH. */
  readonly userData: boolean;
  /** The reverse name of an address can be set. */
  readonly reverseNames: boolean;
  /** A machine that stands can be taken over. */
  readonly adopts: boolean;
}

/** A machine of ours that is to be given back. */
export interface Farewell {
  /** The provider's own id. */
  readonly machine: string;
  readonly fleet: string;
  readonly uid: string;
}

/** A machine is gone; or it is cancelled, and stays and costs until a day, `YYYY-MM-DD`. */
export type Removal = { readonly gone: true } | { readonly gone: false; readonly until: string };

/**
 * Realises machines outside the repository. It is told everything it needs and holds no state of its own. Every
 * provider passes test/conformance/provider. Its methods fail with ProviderFailure only.
 */
export interface Provider {
  readonly capabilities: Capabilities;
  /** Says for each order what would come of it now; without effect. Orders before it in the list count as made. */
  preflight(orders: readonly AskedOrder[], fleet: string): Promise<Quote[]>;
  /** Finds what became of an intent; never by a name alone. */
  observe(intent: Intent, fleet: string): Promise<Observation>;
  /**
   * Makes a machine in `order.region`, once: where one carries this very mark, that is the answer. Answers when the
   * provider says that it runs, or, at a provider that takes hours, that it is delivered.
   */
  make(order: MachineOrder, marker: Marker, signal: AbortSignal): Promise<Machine>;
  /**
   * Configures its networking: addresses are there, reverse names are set. Done again, nothing changes. A machine that was
   * stopped while it was awaited is delivered first, and may have its lasting id only then.
   */
  connect(machine: Machine, order: MachineOrder, marker: Marker, signal: AbortSignal): Promise<Machine>;
  /** Brings it to where its user data have run. Done again, it goes on where it was. */
  bootstrap(machine: Machine, order: MachineOrder, marker: Marker, signal: AbortSignal): Promise<Machine>;
  /** Gives a machine back if it carries the mark of this object; one that is gone already is gone. */
  remove(farewell: Farewell, signal: AbortSignal): Promise<Removal>;
  /** Lists what carries the mark of a fleet. */
  list(fleet: string): Promise<Machine[]>;
  /** Lists everything that stands there, ours or not. */
  census(): Promise<FoundMachine[]>;
}
