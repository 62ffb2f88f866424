import { compareText } from '../model/compare-text.ts';
import type { ComputeExplanation } from '../model/explanation.ts';
import type { Graph } from '../model/graph.ts';
import type { Placement, PlacementPolicy } from '../model/placement.ts';
import { utilisationOf } from '../model/utilisation.ts';
import { explainComputes } from './place/explain-computes.ts';
import { computeFigures } from './report/compute-figures.ts';
import { usesOf } from './report/compute-use.ts';

/** Says what is on a compute and what it could still take; undefined when there is no such compute. */
export function explainCompute(
  graph: Graph,
  placements: readonly Placement[],
  policy: PlacementPolicy,
  name: string,
): ComputeExplanation | undefined {
  const compute = graph.get('Compute', name);
  if (!compute) return undefined;
  const here = placements.filter((placement) => placement.compute === name);
  const { needsOf, roomOn } = explainComputes(graph, placements, policy);
  return usesOf([compute], graph, here, needsOf).map((use) => ({
    compute: name,
    placements: here.sort((a, b) => compareText(a.service, b.service) || a.instance - b.instance),
    resources: computeFigures(use).flatMap(({ utilisation, ...figures }) =>
      utilisation === null ? [] : [{ ...figures, utilisation, needed: use.needed[figures.resource] }],
    ),
    mean: utilisationOf(use.total, use.allocated).mean,
    room: roomOn(name),
  }))[0];
}
