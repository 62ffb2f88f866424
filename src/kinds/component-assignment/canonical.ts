import { raidLevelOf } from '../../model/raid.ts';
import type { ComponentAssignmentSpec } from '../../model/spec/component-assignment.ts';

/** Writes the RAID level as its number: `raid5` and 5 are one level. */
export function canonical(spec: ComponentAssignmentSpec): ComponentAssignmentSpec {
  return spec.raidLevel === undefined ? spec : { ...spec, raidLevel: raidLevelOf(spec.raidLevel) };
}
