import { expect, test } from '@jest/globals';
import type { Machine } from '../../src/model/machine.ts';
import type { Step } from '../../src/model/step.ts';
import { reclaimedUids } from '../../src/pipeline/reclaimed-uids.ts';

const taking = (id: string, adopt?: string) =>
  ({ id, order: { name: 'web', ...(adopt && { adopt }) } }) as Step;
const machine = (id: string, uid: string) =>
  ({ id, name: 'web', marker: { fleet: 'acme', intent: 'i', uid } }) as Machine;
const NOTHING = { objects: [], intents: [] };

test('an object whose machine is taken back by its id keeps the uid of the mark; a name alone takes nothing back', () => {
  const steps = [taking('a', '1'), taking('b')];
  expect([...reclaimedUids(steps, [machine('1', 'u1'), machine('2', 'u2')], NOTHING)]).toEqual([['a', 'u1']]);
});

test('what something recorded knows, or another step has taken back, is not taken back', () => {
  const object = {
    kind: 'Host',
    key: 'db',
    metadata: { name: 'db', protect: false },
    spec: {},
    status: { uid: 'u1' },
  } as const;
  const marked = [machine('1', 'u1'), machine('2', 'u2')];
  const steps = [taking('a', '1'), taking('b', '2'), taking('c', '2')];
  expect([...reclaimedUids(steps, marked, { objects: [object], intents: [] })]).toEqual([['b', 'u2']]);
});
