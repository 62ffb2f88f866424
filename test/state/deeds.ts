import type { Holder } from '../../src/model/lease.ts';
import type { StowageError } from '../../src/model/stowage-error.ts';
import type { TemporaryRepository } from '../support/git-repository.ts';
import { begin, intent, note, settle } from './acts.ts';
import { leaseOf, storeOf } from './stores.ts';

/** A repository as one process tells another of it. */
type Place = TemporaryRepository;

/** What a process of its own can be asked to do; it answers in JSON. */
export const deeds = {
  /** Writes one entry, once. */
  async write({ at, n }: { readonly at: Place; readonly n: number }): Promise<string | null> {
    return (await storeOf(at).write(await storeOf(at).read(), [note(n)], 'tree')).commit;
  },

  /** Begins and settles an intent for each number, again as long as somebody else is first; counts its refusals. */
  async persist({
    at,
    numbers,
  }: {
    readonly at: Place;
    readonly numbers: readonly number[];
  }): Promise<number> {
    let refused = 0;
    for (const n of numbers) {
      for (const act of [begin(n, intent(n)), settle(n, intent(n))]) {
        while (!(await written(at, act))) refused++;
      }
    }
    return refused;
  },

  /** Takes the lease and tells of what came of it. */
  async take({ at, holder, now }: { readonly at: Place; readonly holder: Holder; readonly now: string }) {
    try {
      const { lease, broken } = await leaseOf(at).take(holder, 60, new Date(now));
      return { token: lease.token, epoch: lease.epoch, broken: broken?.token ?? null };
    } catch (error) {
      return { code: (error as StowageError).code, message: (error as Error).message };
    }
  },
};

async function written(at: Place, act: Parameters<ReturnType<typeof storeOf>['write']>[1][number]) {
  const store = storeOf(at);
  try {
    await store.fetch();
    await store.write(await store.read(), [act], 'tree');
    return true;
  } catch (error) {
    if ((error as StowageError).code !== 'state.moved') throw error;
    return false;
  }
}
