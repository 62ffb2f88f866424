import type { Comparison } from '../../model/comparison.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ListedCheck } from '../../model/listed-check.ts';

/** A rule over what is desired and what is recorded. Its file is named after its id. */
export interface ComparisonCheck extends ListedCheck {
  /** What it says of objects without a manifest is about `projectFile`. */
  run(comparison: Comparison, projectFile: string): Iterable<Diagnostic>;
}
