import { keyDuplicate } from './checks/key.duplicate.ts';
import { nameDuplicate } from './checks/name.duplicate.ts';
import { refCycle } from './checks/ref.cycle.ts';
import { refKind } from './checks/ref.kind.ts';
import { refUnknown } from './checks/ref.unknown.ts';
import type { ReferenceCheck } from './reference-check.ts';

/** Every rule over names, keys and references. */
export const REFERENCE_CHECKS: readonly ReferenceCheck[] = [
  nameDuplicate,
  keyDuplicate,
  refUnknown,
  refKind,
  refCycle,
];
