import type { ComputeFigures } from '../../model/capacity-report.ts';
import { RESOURCES } from '../../model/resources.ts';
import { utilisationOf } from '../../model/utilisation.ts';
import type { ComputeUse } from './compute-use.ts';

/** Says of each resource how one compute is used. */
export function computeFigures({
  total,
  allocated,
  available,
  kept,
  stranded,
}: ComputeUse): ComputeFigures[] {
  const { shares } = utilisationOf(total, allocated);
  return RESOURCES.map((resource) => ({
    resource,
    total: total[resource],
    allocated: allocated[resource],
    available: available[resource],
    kept: kept[resource],
    stranded: stranded[resource],
    utilisation: shares[resource] ?? null,
  }));
}
