import type { Plan } from '../model/plan.ts';
import type { Step } from '../model/step.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { diagnosticDocument, FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/plan.json, and the plan file: canonical JSON, so that equal plans are equal bytes. */
export function planJson(plan: Plan): string {
  const { diagnostics, steps, ...rest } = plan;
  const document = {
    formatVersion: FORMAT_VERSION,
    ...rest,
    steps: steps.map(stepDocument),
    diagnostics: diagnostics.map(diagnosticDocument),
  };
  return `${canonicalJson(document, 2)}\n`;
}

/** A step as others see it: what apply needs beyond that, it computes again. */
export function stepDocument({ id, verb, address, provider, needs, changes, summary, cost }: Step): object {
  return { id, verb, address, provider, needs, changes, summary, cost };
}
