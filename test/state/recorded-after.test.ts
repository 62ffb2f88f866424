import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Act } from '../../src/model/act.ts';
import { recordedAfter } from '../../src/model/recorded-after.ts';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import { actOn } from './arbitrary-acts.ts';

const batches = fc.array(
  fc.record({ acts: fc.array(actOn, { minLength: 1, maxLength: 12 }), desired: fc.option(fc.string()) }),
  { maxLength: 5 },
);

test('the state after any acts is what a fresh read of them says', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (writes) => {
      const store = openMemoryStateStore();
      let state = NOTHING_RECORDED;
      let n = 0;
      for (const { acts, desired } of writes) {
        const batch: Act[] = [];
        let between = state;
        for (const act of acts) {
          batch.push(act(between, n++));
          between = recordedAfter(state, batch, 'not yet', null);
        }
        state = await store.write(state, batch, desired);
        expect(await store.read()).toEqual(state);
      }
    }),
    { numRuns: 150 },
  );
});
