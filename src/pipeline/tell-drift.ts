import { allows } from '../model/allows.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Deviation, Drift } from '../model/drift.ts';
import { diagnosticOf } from '../model/finding.ts';
import type { Graph } from '../model/graph.ts';

/** Drift as warnings at the manifests that it concerns, unless they allow it; what none declares is left out. */
export function tellDrift({ deviations, silent }: Drift, graph: Graph): Diagnostic[] {
  return [
    ...deviations.flatMap((deviation) => {
      const { what, address, provider, name, advice: hint } = deviation;
      const manifest = (address && graph.get('Host', name)) ?? graph.get('ComputeProvider', provider);
      const code = `drift.${what}`;
      if (!manifest || allows(manifest, code)) return [];
      const finding = { manifest, pointer: '/metadata/name', message: messageOf(deviation), hint };
      return [diagnosticOf(finding, code, 'warning')];
    }),
    ...silent.flatMap(({ provider, message, hint }) => {
      const manifest = graph.get('ComputeProvider', provider);
      const finding = manifest && { manifest, pointer: '/metadata/name', message, hint };
      return finding ? [diagnosticOf(finding, 'drift.unknown', 'warning')] : [];
    }),
  ];
}

function messageOf({ what, machine, name, provider, departures }: Deviation): string {
  switch (what) {
    case 'gone':
      return `machine ${machine} of ${name} is gone from ${provider}`;
    case 'foreign':
      return `machine ${machine} of ${name} does not carry our mark any more`;
    case 'changed':
      return `machine ${machine} of ${name} is not as recorded: ${departures.map(({ field }) => field).join(', ')}`;
    case 'orphan':
      return `machine ${machine} (${name}) at ${provider} carries our mark and belongs to no Host`;
  }
}
