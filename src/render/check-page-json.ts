import { FORMAT_VERSION } from './diagnostics-json.ts';
import type { ExplainedCode } from './explained-code.ts';

/** The document of schemas/output/check.json. */
export function checkPageJson({ id, severity, meaning, applied, fails, passes }: ExplainedCode): string {
  const document = { formatVersion: FORMAT_VERSION, id, severity, meaning, applied, fails, passes };
  return `${JSON.stringify(document, null, 2)}\n`;
}
