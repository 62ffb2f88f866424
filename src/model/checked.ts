import type { Diagnostic } from './diagnostic.ts';

/** What a phase returns: its value as far as it could be made, and everything it has to say about it. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
