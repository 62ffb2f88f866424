import type { KindName } from '../../model/spec/spec-of.ts';
import type { Check } from '../kind.ts';
import { reportFaults } from './report-faults.ts';

/** A selector compares with an operator that does not exist, or gives one the wrong values. */
export const selectorOperator: Check<KindName> = {
  id: 'selector.operator',
  severity: 'error',
  run: (manifests) => reportFaults(manifests, 'selector.operator'),
};
