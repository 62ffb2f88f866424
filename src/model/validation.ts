import type { Diagnostic } from './diagnostic.ts';

/** What a validation found, and over how much. */
export interface Validation {
  readonly files: number;
  readonly resources: number;
  readonly diagnostics: readonly Diagnostic[];
}
