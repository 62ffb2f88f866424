import type { Explained } from '../model/explained.ts';
import { addressExplanation } from './address-explanation.ts';
import { computeExplanation } from './compute-explanation.ts';
import { hostExplanation } from './host-explanation.ts';
import type { Paint } from './paint.ts';
import { profileExplanation } from './profile-explanation.ts';
import { providerExplanation } from './provider-explanation.ts';
import type { Section } from './service-explanation.ts';
import { serviceExplanation } from './service-explanation.ts';

/** How an explanation is shown in a terminal. */
export interface ExplanationTextOptions {
  /** Shows everything, however long. */
  readonly full: boolean;
  readonly paint: Paint;
}

/** Writes an explanation for a terminal. */
export function explanationText(explanation: Explained, { full, paint }: ExplanationTextOptions): string {
  const written = sectionsOf(explanation, full)
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [paint('bold', title), ...lines.map((line) => `  ${line}`), ''].join('\n'));
  const origin =
    explanation.source === 'recorded'
      ? 'As last applied.'
      : 'Nothing is applied yet: as the next plan would place it.';
  return `${written.join('\n')}\n${paint('dim', origin)}\n`;
}

function sectionsOf(explanation: Explained, full: boolean): Section[] {
  if ('service' in explanation) return serviceExplanation(explanation, full);
  if ('host' in explanation) return hostExplanation(explanation, full);
  if ('computeProfile' in explanation) return profileExplanation(explanation, full);
  if ('computeProvider' in explanation) return providerExplanation(explanation, full);
  if ('ipAddress' in explanation) return addressExplanation(explanation, full);
  return computeExplanation(explanation, full);
}
