import type { Check } from '../../kind.ts';
import { raidFindings } from '../raid-findings.ts';

/** The disks of one RAID group disagree about its level. */
export const raidMixed: Check<'ComponentAssignment'> = {
  id: 'raid.mixed',
  severity: 'error',
  run: (manifests, context) =>
    raidFindings(manifests, context, {
      code: 'raid.mixed',
      pointer: '/spec/raidGroup',
      hint: 'give every assignment of the group one raidLevel, or use two groups',
    }),
};
