import type { KindName } from './spec/spec-of.ts';

/** A field that names another manifest. `*` in the pointer stands for every element of a list. */
export interface ReferenceField {
  readonly pointer: string;
  readonly kinds: readonly KindName[];
  /** The relation holds both ways, so two manifests may name each other. */
  readonly symmetric: boolean;
}

/** What a kind's schema says beyond shape, in its `x-` keywords. */
export interface SchemaFacts {
  readonly group: 'inventory' | 'network' | 'ordering' | 'project';
  readonly references: readonly ReferenceField[];
  /** Pointers that identify an object of the kind; empty where its name does. */
  readonly key: readonly string[];
  /** Pointers of lists whose order means nothing. */
  readonly sets: readonly string[];
  /** Pointers of fields that refer to a secret. */
  readonly secrets: readonly string[];
}
