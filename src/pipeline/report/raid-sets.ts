import type { RaidSet } from '../../model/capacity-report.ts';
import type { Hardware } from '../../model/capacity.ts';
import { capacityOf } from '../../model/capacity.ts';
import type { Graph } from '../../model/graph.ts';
import { raidLevelOf } from '../../model/raid.ts';

/** Lists the RAID sets of a compute; without a named group, each assignment is a set of its own. */
export function raidSets(compute: string, graph: Graph): RaidSet[] {
  const sets = new Map<string, Hardware[]>();
  for (const piece of graph.hardwareOf(compute)) {
    if (piece.component.type !== 'storage' || piece.raidLevel === undefined) continue;
    const group = piece.raidGroup ?? piece.assignment;
    sets.set(group, [...(sets.get(group) ?? []), piece]);
  }
  return [...sets]
    .map(([group, pieces]) => ({
      group,
      level: raidLevelOf(pieces[0]?.raidLevel ?? 0),
      disks: pieces.reduce((sum, { quantity }) => sum + quantity, 0),
      usable: capacityOf(pieces).capacity.nvme,
    }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
