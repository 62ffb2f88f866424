import type { Intent } from '../model/intent.ts';
import type { Price } from '../model/price.ts';

/**
 * Why a request came to nothing: `profile` ours to mend; `capacity` try the next region; `quota`; `permission`;
 * `transient` again later, without effect; `ambiguous` the effect is unknown, so it is never repeated; `fatal`.
 */
export type FailureClass =
  'profile' | 'capacity' | 'quota' | 'permission' | 'transient' | 'ambiguous' | 'fatal';

/** A request that failed, in words that hold no secret. */
export class ProviderFailure extends Error {
  readonly failure: FailureClass;
  /** Seconds after which to try again, where the provider says so. */
  readonly retryAfter: number | null;
  /** What a person can do about it. */
  readonly hint: string;

  constructor(failure: FailureClass, message: string, hint: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'ProviderFailure';
    this.failure = failure;
    this.hint = hint;
    this.retryAfter = retryAfter;
  }
}

/** What a machine at the provider is known by; the names of our markers are the provider's affair. */
export interface Marker {
  readonly fleet: string;
  /** The id of the intent that made it. */
  readonly intent: string;
  /** The object it realises, for life. */
  readonly uid: string;
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
  readonly region: string;
  /** RFC 3339, UTC. */
  readonly since: string;
}

/** What became of an intent: a machine that carries its mark, proof that there is none, or neither. */
export type Observation =
  | { readonly found: 'ours'; readonly machine: Machine }
  | { readonly found: 'nothing' }
  /** `candidates` are machines it may have become, for a person to choose from. */
  | { readonly found: 'unclear'; readonly why: string; readonly candidates: readonly Machine[] };

/** A machine to be made. */
export interface MachineRequest {
  readonly name: string;
  readonly marker: Marker;
  readonly region: string;
  /** In the provider's own words, from the profile. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly image: string | null;
  readonly sshKeys: readonly string[];
  readonly userData: string | null;
  readonly price: Price | null;
}

/** Something that stands in the way of a request, found out before anything is tried. */
export interface Objection {
  /** The step it is about. */
  readonly step: string;
  readonly failure: FailureClass;
  readonly message: string;
  readonly hint: string;
}

/** What a provider can do. */
export interface Capabilities {
  /** A machine can carry our marker from the first moment. */
  readonly marks: boolean;
  /** Asking twice under one handle makes one machine. */
  readonly idempotent: boolean;
}

/**
 * Realises machines outside the repository. It is told everything it needs and holds no state of its own. Every
 * provider passes test/conformance/provider. Its methods fail with ProviderFailure only.
 */
export interface Provider {
  readonly capabilities: Capabilities;
  /** Says what would go wrong, without effect. */
  preflight(
    requests: readonly { readonly step: string; readonly request: MachineRequest }[],
  ): Promise<Objection[]>;
  /** Finds out what became of an intent to make a machine. Never guesses by name alone. */
  observe(intent: Intent, fleet: string): Promise<Observation>;
  /** Makes a machine, once. A second call for the same marker finds the first one's machine. */
  make(request: MachineRequest, signal: AbortSignal): Promise<Machine>;
  /** Gives a machine back, if it carries the mark of this object; a machine that is gone is a success. */
  remove(
    machine: Pick<Machine, 'id'> & { readonly uid: string; readonly fleet: string },
    signal: AbortSignal,
  ): Promise<void>;
  /** Lists what carries the mark of this fleet. */
  list(fleet: string): Promise<Machine[]>;
}
