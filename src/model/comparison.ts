import type { Change } from './change.ts';
import type { Manifest } from './manifest.ts';
import type { RecordedObject } from './recorded-object.ts';

/** An object that one side has and the other lacks, or that differs. */
export interface Difference {
  /** Null when the manifest is gone. */
  readonly manifest: Manifest | null;
  /** Null when nothing is recorded yet. */
  readonly before: RecordedObject | null;
  /** What would be recorded; null when it would be forgotten. */
  readonly after: RecordedObject | null;
  /** Fields that differ, for an object both sides have. */
  readonly changes: readonly Change[];
}

/** Desired against recorded. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly unchanged: number;
}
