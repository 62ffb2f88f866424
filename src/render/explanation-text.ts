import type { Explanation } from '../model/explanation.ts';
import { computeExplanation } from './compute-explanation.ts';
import type { Paint } from './paint.ts';
import { serviceExplanation } from './service-explanation.ts';

/** How an explanation is shown in a terminal. */
export interface ExplanationTextOptions {
  /** Shows every rejected compute. */
  readonly full: boolean;
  readonly paint: Paint;
}

/** Writes an explanation for a terminal. */
export function explanationText(explanation: Explanation, { full, paint }: ExplanationTextOptions): string {
  const sections =
    'service' in explanation ? serviceExplanation(explanation, full) : computeExplanation(explanation);
  const written = sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [paint('bold', title), ...lines.map((line) => `  ${line}`), ''].join('\n'));
  const origin =
    explanation.source === 'recorded'
      ? 'As last applied.'
      : 'Nothing is applied yet: as the next plan would place it.';
  return `${written.join('\n')}\n${paint('dim', origin)}\n`;
}
