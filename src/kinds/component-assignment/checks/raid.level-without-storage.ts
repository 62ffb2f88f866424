import type { Check } from '../../kind.ts';
import { raidFindings } from '../raid-findings.ts';

/** A RAID level is set on something that is no disk. */
export const raidLevelWithoutStorage: Check<'ComponentAssignment'> = {
  id: 'raid.level-without-storage',
  severity: 'error',
  run: (manifests, context) =>
    raidFindings(manifests, context, {
      code: 'raid.level-without-storage',
      pointer: '/spec/raidLevel',
      hint: 'remove raidLevel, or assign a storage component',
    }),
};
