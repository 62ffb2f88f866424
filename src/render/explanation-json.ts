import { canonicalJson } from '../model/canonical-json.ts';
import type { Explained } from '../model/explained.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/explanation.json. */
export function explanationJson(explanation: Explained): string {
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, ...explanation }, 2)}\n`;
}
