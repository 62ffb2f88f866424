import type { HardwareLine } from '../../model/capacity-report.ts';
import type { Graph } from '../../model/graph.ts';
import { raidLevelOf } from '../../model/raid.ts';

/** Lists what stands in a compute, in the order in which a person describes a machine. */
export function hardwareLines(compute: string, graph: Graph): HardwareLine[] {
  const lines = graph.hardwareOf(compute).map(({ assignment, component, quantity, raidLevel, raidGroup }) => {
    const spec = graph.get('ComponentAssignment', assignment)?.spec;
    return {
      assignment,
      component: spec?.component ?? '',
      type: component.type,
      manufacturer: component.manufacturer,
      model: component.model,
      quantity,
      slot: spec?.slot ?? null,
      serialNumbers: spec?.serialNumbers ?? [],
      raidLevel: raidLevel === undefined ? null : raidLevelOf(raidLevel),
      raidGroup: raidGroup ?? null,
    };
  });
  return lines.sort(
    (a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || (a.assignment < b.assignment ? -1 : 1),
  );
}

const ORDER: readonly HardwareLine['type'][] = ['cpu', 'ram', 'gpu', 'storage', 'nic', 'psu', 'os', 'other'];
