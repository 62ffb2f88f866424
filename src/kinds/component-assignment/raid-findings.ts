import type { HardwareFault } from '../../model/capacity.ts';
import type { Elsewhere, Finding } from '../../model/finding.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { CheckContext } from '../kind.ts';

type Equipment = Manifest<'ComponentAssignment'>;

interface RaidRule {
  readonly code: HardwareFault['code'];
  readonly pointer: string;
  readonly hint: string;
}

/** Reports the faults of one code, each once per assignment with the computes that have it. */
export function* raidFindings(
  manifests: readonly Equipment[],
  { graph }: CheckContext,
  { code, pointer, hint }: RaidRule,
): Iterable<Finding> {
  for (const manifest of manifests) {
    for (const [message, computes] of faultsOf(manifest, code, graph)) {
      yield {
        manifest,
        pointer,
        message: `in ${listed(computes)}, ${message}`,
        hint,
        related: restOfGroup(manifest, computes[0] ?? '', graph),
      };
    }
  }
}

function faultsOf({ metadata, spec }: Equipment, code: string, graph: Graph): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const compute of new Set(spec.computes)) {
    for (const fault of graph.hardwareTotalOf(compute).faults) {
      if (fault.code !== code || fault.assignment !== metadata.name) continue;
      found.set(fault.message, [...(found.get(fault.message) ?? []), compute]);
    }
  }
  return found;
}

/** The other assignments whose disks stand in the same RAID group of a compute. */
function restOfGroup({ metadata, spec }: Equipment, compute: string, graph: Graph): Elsewhere[] {
  if (spec.raidGroup === undefined) return [];
  return graph
    .hardwareOf(compute)
    .filter(({ raidGroup, assignment, component }) => {
      return raidGroup === spec.raidGroup && assignment !== metadata.name && component.type === 'storage';
    })
    .flatMap(({ assignment }) => graph.get('ComponentAssignment', assignment) ?? [])
    .map((manifest) => ({ manifest, pointer: '/spec/raidGroup', message: 'belongs to the same group' }));
}

const SHOWN = 3;

function listed(computes: readonly string[]): string {
  const rest = computes.length - SHOWN;
  if (rest <= 0) return computes.join(', ');
  return `${computes.slice(0, SHOWN).join(', ')} and ${rest} more`;
}
