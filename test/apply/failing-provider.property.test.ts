import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../../src/apply/ledger.ts';
import { resolveIntent } from '../../src/apply/resolve-intent.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import type { Fault } from '../../src/providers/sandbox/behaviour.ts';
import { openSandbox } from '../../src/providers/sandbox/open-sandbox.ts';
import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import type { StateStore } from '../../src/state/state-store.ts';
import { planOf } from '../support/planned.ts';
import { apply, occasion } from './apply.ts';
import { hostFleet } from './host-fleet.ts';

const NAMES = ['a', 'b', 'c', 'd'];

const fault: fc.Arbitrary<Fault> = fc.record(
  {
    on: fc.constantFrom('make', 'remove', 'observe' as const),
    when: fc.constantFrom('before', 'after' as const),
    name: fc.constantFrom(...NAMES),
    failure: fc.constantFrom('capacity', 'quota', 'permission', 'profile', 'ambiguous', 'fatal' as const),
    times: fc.constantFrom(1, 2),
  },
  { requiredKeys: ['on', 'failure', 'times'] },
);
// A provider that says that nothing happened is believed; only an ambiguous answer may come after the effect.
const honest = ({ when, failure }: Fault): boolean => when !== 'after' || failure === 'ambiguous';

/** What is desired, what goes wrong, and at which of its writes the run dies. */
const run = fc.record({
  hosts: fc.subarray(NAMES),
  faults: fc.array(fault.filter(honest), { maxLength: 3 }),
  diesAt: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 2 }),
});

test('whatever fails, and wherever a run dies, nothing is lost, doubled or left to do in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 4 }), async (runs) => {
      const folder = mkdtempSync(join(tmpdir(), 'stowage-failing-'));
      const store = openMemoryStateStore();
      try {
        for (const { hosts, faults, diesAt } of runs) {
          behave(folder, faults);
          const failing = diesAt === null ? store : dying(store, diesAt);
          await apply(planner(hosts), { store: failing, sandbox: folder }).catch((error: Error) => {
            if (error.message !== 'died') throw error;
          });
        }
        behave(folder, []);
        const { hosts } = runs.at(-1) ?? { hosts: [] };
        await settleAll(store, folder);
        await apply(planner(hosts), { store, sandbox: folder });
        expect(planner(hosts)(await store.read()).steps).toEqual([]);
        expect((await store.read()).intents).toEqual([]);
        const machines = await openSandbox(folder).list('test');
        expect(machines.map(({ name }) => name).sort()).toEqual(hosts);
        expect(await recordedMachines(store)).toEqual(machines.map(({ id }) => id).sort());
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 40 },
  );
});

const planner =
  (hosts: readonly string[]) =>
  (recorded: RecordedState): Plan =>
    planOf(hostFleet(hosts), { recorded });

function behave(folder: string, faults: readonly Fault[]): void {
  rmSync(join(folder, 'faults'), { recursive: true, force: true });
  writeFileSync(join(folder, 'behaviour.json'), JSON.stringify({ faults }));
}

/** Fails at the nth write, before it or after it. */
function dying(store: StateStore, nth: number): StateStore {
  let writes = 0;
  return {
    ...store,
    async write(...args) {
      if (++writes === nth) throw new Error('died');
      return await store.write(...args);
    },
  };
}

/** Looks what became of everything that is parked, and decides as a person would. */
async function settleAll(store: StateStore, folder: string): Promise<void> {
  const ledger = new Ledger({ store, recorded: await store.read(), desired: null });
  for (const intent of ledger.recorded.intents.filter(({ unresolved }) => unresolved !== null)) {
    const seen = await openSandbox(folder).observe(intent, 'test');
    const decision = seen.found === 'ours' ? { machine: seen.machine } : ('absent' as const);
    await ledger.write((state) => resolveIntent(intent, decision, state, occasion()));
  }
}

async function recordedMachines(store: StateStore): Promise<string[]> {
  const { objects } = await store.read();
  return objects
    .filter(({ kind }) => kind === 'Host')
    .map(({ status }) => String(status['machine']))
    .sort();
}
