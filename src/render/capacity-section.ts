import type { Align } from './columns.ts';

/** One table of a report, before it is text or markdown. */
export interface CapacitySection {
  readonly title: string;
  readonly head: readonly string[];
  readonly aligns: readonly Align[];
  readonly rows: readonly (readonly string[])[];
}

/** A report before it is text or markdown: lines that introduce it, and its tables. */
export interface CapacityDocument {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly CapacitySection[];
}
