import type { KindName } from '../../model/spec/spec-of.ts';
import type { Check } from '../kind.ts';
import { reportFaults } from './report-faults.ts';

/** A selector without entries, by which nothing or everything might be meant. */
export const selectorEmpty: Check<KindName> = {
  id: 'selector.empty',
  severity: 'error',
  run: (manifests) => reportFaults(manifests, 'selector.empty'),
};
