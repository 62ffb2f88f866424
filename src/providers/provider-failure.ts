/**
 * Why a request came to nothing: `profile` ours to mend; `capacity` try the next region; `quota`; `permission`;
 * `transient` again later, it had no effect; `ambiguous` its effect is unknown, so it is never repeated; `fatal`.
 */
export type FailureClass =
  'profile' | 'capacity' | 'quota' | 'permission' | 'transient' | 'ambiguous' | 'fatal';

/** A request that failed, in words that hold no secret. */
export class ProviderFailure extends Error {
  readonly failure: FailureClass;
  /** What a person can do about it. */
  readonly hint: string;
  /** Seconds after which to try again, where the provider says so. */
  readonly retryAfter: number | null;

  constructor(failure: FailureClass, message: string, hint: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'ProviderFailure';
    this.failure = failure;
    this.hint = hint;
    this.retryAfter = retryAfter;
  }
}
