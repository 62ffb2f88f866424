import { canonicalJson } from '../model/canonical-json.ts';
import type { Drift } from '../model/drift.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/drift.json. */
export function driftJson(drift: Drift): string {
  const deviations = drift.deviations.map((deviation) => ({
    ...deviation,
    // Null says what leaving it out would not: that there is none.
    departures: deviation.departures.map(({ field, recorded = null, found = null }) => ({
      field,
      recorded,
      found,
    })),
  }));
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, ...drift, deviations }, 2)}\n`;
}
