import { canonicalJson } from '../model/canonical-json.ts';
import type { Explanation } from '../model/explanation.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/explanation.json. */
export function explanationJson(explanation: Explanation): string {
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, ...explanation }, 2)}\n`;
}
