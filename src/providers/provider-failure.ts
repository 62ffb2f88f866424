import type { FailureClass } from '../model/failure-class.ts';

export type { FailureClass };

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
