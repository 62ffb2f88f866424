import type { Check } from '../../kind.ts';
import { raidFindings } from '../raid-findings.ts';

/** A RAID set has fewer disks than its level needs, or an odd number where it needs an even one. */
export const raidCount: Check<'ComponentAssignment'> = {
  id: 'raid.count',
  severity: 'error',
  run: (manifests, context) =>
    raidFindings(manifests, context, {
      code: 'raid.count',
      pointer: '/spec/raidLevel',
      hint: 'add disks, or choose a level that this many can form',
    }),
};
