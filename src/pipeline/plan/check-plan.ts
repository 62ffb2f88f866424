import { allows } from '../../model/allows.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { diagnosticOf } from '../../model/finding.ts';
import type { PlanCheckContext } from './plan-check.ts';
import { PLAN_CHECKS } from './plan-checks.ts';

/** Holds a fleet against the rules that need its settings, its recorded state or its placements. */
export function checkPlan(context: PlanCheckContext): Diagnostic[] {
  return PLAN_CHECKS.flatMap((check) =>
    [...check.run(context)]
      .filter(({ manifest }) => check.severity === 'error' || !allows(manifest, check.id))
      .map((finding) => diagnosticOf(finding, check.id, check.severity)),
  );
}
