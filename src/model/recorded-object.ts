import type { Metadata } from './spec/definitions.ts';
import type { KindName } from './spec/spec-of.ts';

/** An object as the last apply left it. */
export interface RecordedObject {
  readonly kind: KindName;
  /** What identifies it: its name, or the canonical values of its natural key. */
  readonly key: string;
  readonly metadata: Metadata;
  /** The spec as applied, defaults included. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** What only the world knows: lifecycle, ids, addresses. */
  readonly status: Readonly<Record<string, unknown>>;
}
