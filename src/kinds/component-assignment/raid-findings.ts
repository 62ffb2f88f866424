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
  const faults = faultsIn(graph);
  for (const manifest of faults.size === 0 ? [] : manifests) {
    for (const [message, computes] of faults.get(`${code} ${manifest.metadata.name}`) ?? []) {
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

/** Computes by what is wrong in them. */
type ByMessage = Map<string, string[]>;

const FAULTS = new WeakMap<Graph, ReadonlyMap<string, ByMessage>>();

/** What is wrong with the hardware of all computes, by code and assignment; found once. */
function faultsIn(graph: Graph): ReadonlyMap<string, ByMessage> {
  const known = FAULTS.get(graph);
  if (known) return known;
  const found = new Map<string, ByMessage>();
  const computes = new Set(graph.all('ComponentAssignment').flatMap(({ spec }) => spec.computes));
  for (const compute of computes) {
    for (const { code, assignment, message } of graph.hardwareTotalOf(compute).faults) {
      const key = `${code} ${assignment}`;
      const ofOne: ByMessage = found.get(key) ?? new Map<string, string[]>();
      found.set(key, ofOne);
      const alike = ofOne.get(message);
      if (!alike) ofOne.set(message, [compute]);
      else if (alike.at(-1) !== compute) alike.push(compute);
    }
  }
  FAULTS.set(graph, found);
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
