import type { Diagnostic } from '../model/diagnostic.ts';
import type { ListedCheck } from '../model/listed-check.ts';
import type { LineOf } from './diagnostics-text.ts';

/** What a report for a CI service is made of. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was looked at, whether or not something is wrong in it. */
  readonly files: readonly string[];
  readonly lineOf: LineOf;
  readonly checks: ReadonlyMap<string, ListedCheck>;
  /** The tool's version. */
  readonly version: string;
}
