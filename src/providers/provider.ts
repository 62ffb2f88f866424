import type { Intent } from '../model/intent.ts';
import type { Machine, MachineOrder, Marker } from '../model/machine.ts';
import type { FailureClass } from './provider-failure.ts';

/** What became of an intent: a machine that carries its mark, proof that there is none, or neither. */
export type Observation =
  | { readonly found: 'ours'; readonly machine: Machine }
  | { readonly found: 'nothing' }
  /** `candidates` are machines it may have become, for a person to choose from. */
  | { readonly found: 'unclear'; readonly why: string; readonly candidates: readonly Machine[] };

/** Something that stands in the way of a step, found out before anything is tried. */
export interface Objection {
  /** The id of the step. */
  readonly step: string;
  readonly failure: FailureClass;
  readonly message: string;
  readonly hint: string;
}

/** What a provider can do. */
export interface Capabilities {
  /** A machine carries our mark from its first moment. */
  readonly marks: boolean;
  /** Asking twice under one mark makes one machine. */
  readonly idempotent: boolean;
}

/** A machine of ours that is to be given back. */
export interface Farewell {
  /** The provider's own id. */
  readonly machine: string;
  readonly fleet: string;
  readonly uid: string;
}

/**
 * Realises machines outside the repository. It is told everything it needs and holds no state of its own. Every
 * provider passes test/conformance/provider. Its methods fail with ProviderFailure only.
 */
export interface Provider {
  readonly capabilities: Capabilities;
  /** Says what would go wrong; without effect. */
  preflight(orders: readonly { readonly step: string; readonly order: MachineOrder }[]): Promise<Objection[]>;
  /** Finds what became of an intent; never by a name alone. */
  observe(intent: Intent, fleet: string): Promise<Observation>;
  /** Makes a machine, once: where one carries this very mark, that is the answer. */
  make(order: MachineOrder, marker: Marker, signal: AbortSignal): Promise<Machine>;
  /** Gives a machine back if it carries the mark of this object; one that is gone already is a success. */
  remove(farewell: Farewell, signal: AbortSignal): Promise<void>;
  /** Lists what carries the mark of a fleet. */
  list(fleet: string): Promise<Machine[]>;
}
