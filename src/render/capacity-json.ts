import { canonicalJson } from '../model/canonical-json.ts';
import type { CapacityReport, ComputeReport } from '../model/capacity-report.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/capacity-report.json: canonical JSON, so that equal reports are equal bytes. */
export function capacityJson(report: CapacityReport | ComputeReport): string {
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, ...report }, 2)}\n`;
}
