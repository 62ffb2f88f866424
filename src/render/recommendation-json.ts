import type { Advice } from '../model/advice.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/recommendation.json. */
export function recommendationJson(advice: Advice): string {
  const unplaced = advice.unplaced.map(({ service, instance, reason, rejected }) => {
    return { service, instance, reason, rejected };
  });
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, ...advice, unplaced }, 2)}\n`;
}
