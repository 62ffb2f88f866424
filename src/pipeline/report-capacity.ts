import type { CapacityReport } from '../model/capacity-report.ts';
import type { Manifest } from '../model/manifest.ts';
import { policyOf } from '../model/policy-of.ts';
import { explainComputes } from './place/explain-computes.ts';
import { usesOf } from './report/compute-use.ts';
import { groupBy } from './report/group-by.ts';
import { groupFigures } from './report/group-figures.ts';
import type { ReportInputs } from './standing-placements.ts';
import { standingPlacements } from './standing-placements.ts';

/** Reports what the fleet's active computes can carry and carry, in all and by some keys. Throws `report.key`. */
export function reportCapacity(inputs: ReportInputs, by: readonly string[]): CapacityReport {
  const { project, graph } = inputs;
  const { currency } = project.spec;
  const { source, placements } = standingPlacements(inputs);
  const all = graph.all('Compute');
  const inState = (state: string): Manifest<'Compute'>[] => all.filter(({ spec }) => spec.state === state);
  const { needsOf } = explainComputes(graph, placements, policyOf(project));
  const uses = usesOf(inState('active'), graph, placements, needsOf);
  return {
    report: 'fleet',
    fleet: project.name,
    placements: source,
    currency,
    computes: {
      active: uses.length,
      inactive: inState('inactive').length,
      maintenance: inState('maintenance').length,
    },
    total: groupFigures(null, uses, currency),
    groups: by.map((key) => ({
      by: key,
      groups: groupBy(key, uses).map(([name, members]) => groupFigures(name, members, currency)),
    })),
  };
}
