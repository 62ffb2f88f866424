import type { Source } from './source.ts';
import type { Metadata } from './spec/definitions.ts';
import type { KindName, SpecOf } from './spec/spec-of.ts';

/** One YAML document that passed its kind's schema, with defaults filled in. */
export interface Manifest<K extends KindName = KindName> {
  readonly apiVersion: 'stowage/v1';
  readonly kind: K;
  readonly metadata: Metadata;
  readonly spec: SpecOf[K];
  readonly source: Source;
}
