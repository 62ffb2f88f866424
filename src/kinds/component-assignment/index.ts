import { raidLevelOf } from '../../model/raid.ts';
import { defineKind } from '../kind.ts';
import { canonical } from './canonical.ts';
import { raidCount } from './checks/raid.count.ts';
import { raidLevelWithoutStorage } from './checks/raid.level-without-storage.ts';
import { raidMixed } from './checks/raid.mixed.ts';
import { serialDuplicate } from './checks/serial.duplicate.ts';
import { serialSurplus } from './checks/serial.surplus.ts';

export const componentAssignment = defineKind({
  name: 'ComponentAssignment',
  category: 'hardware',
  canonical,
  summary: ({ component, quantity, raidLevel, computes }) =>
    [
      `${quantity} × ${component}`,
      ...(raidLevel === undefined ? [] : [`RAID ${raidLevelOf(raidLevel)}`]),
      computes.length === 1 ? `in ${computes[0]}` : `in ${computes.length} computes`,
    ].join(', '),
  concerns: ({ spec }) => spec.computes,
  checks: [raidCount, raidMixed, raidLevelWithoutStorage, serialDuplicate, serialSurplus],
});
