import { canonicalJson } from '../model/canonical-json.ts';
import type { Simulation } from '../model/simulation.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/simulation.json: canonical JSON, so that equal simulations are equal bytes. */
export function simulationJson(simulation: Simulation): string {
  return `${canonicalJson({ formatVersion: FORMAT_VERSION, ...simulation }, 2)}\n`;
}
