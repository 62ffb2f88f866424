import { setTimeout } from 'node:timers/promises';
import { onAbort } from '../http/on-abort.ts';
import type { ProviderFailure } from '../provider-failure.ts';
import type { Action } from './api-types.ts';
import { actionFailure } from './failure-of.ts';
import type { HetznerApi } from './hetzner-api.ts';

/** Nobody knows what became of an action: it was stopped, or could not be asked about, or never ends. */
export class OutOfSight extends Error {}

interface Watched {
  readonly action: Action;
  readonly since: number;
  nextAt: number;
  readonly done: (why: ProviderFailure | OutOfSight | null) => void;
}

const PER_CALL = 25;
const FIRST_MS = 100;
const SLOWEST_MS = 10_000;
const LONGEST_MS = 30 * 60_000;
/** The next time to ask about an action is this part of its age away. */
const SHARE_OF_AGE = 0.5;

/** Watches all actions of one project together, many with one call: often at first, and ever more seldom. */
export class ActionWatch {
  readonly #api: HetznerApi;
  readonly #watched = new Set<Watched>();
  #isAsking = false;

  constructor(api: HetznerApi) {
    this.#api = api;
  }

  /** Waits until all are done. Fails as the first that fails does, or with OutOfSight. */
  async finished(actions: readonly Action[], signal?: AbortSignal): Promise<void> {
    const enough = new AbortController();
    const stop = signal ? AbortSignal.any([signal, enough.signal]) : enough.signal;
    try {
      await Promise.all(actions.map((action) => this.#one(action, stop)));
    } finally {
      enough.abort();
    }
  }

  async #one(action: Action, signal: AbortSignal): Promise<void> {
    if (action.status === 'success') return;
    if (action.status === 'error') throw actionFailure(action.command, action.error);
    if (signal.aborted) throw new OutOfSight('it was stopped');
    const since = Date.now();
    await new Promise<void>((resolve, reject) => {
      const done = (why: Error | null) => {
        forget();
        this.#watched.delete(watched);
        if (why) reject(why);
        else resolve();
      };
      const forget = onAbort(signal, () => done(new OutOfSight('it was stopped')));
      const watched = { action, since, nextAt: since + FIRST_MS, done };
      this.#watched.add(watched);
      if (!this.#isAsking) void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    while (this.#watched.size > 0) {
      const waiting = [...this.#watched].sort((a, b) => a.nextAt - b.nextAt);
      const now = Date.now();
      const wait = Math.min((waiting[0]?.nextAt ?? now) - now, FIRST_MS);
      if (wait > 0) {
        await setTimeout(wait);
        continue;
      }
      // Those that are nearly due come along.
      const due = waiting.filter(({ nextAt, since }) => nextAt - now <= pauseAt(now - since) / 2);
      await this.#askAbout(due.slice(0, PER_CALL));
    }
    this.#isAsking = false;
  }

  async #askAbout(batch: readonly Watched[]): Promise<void> {
    try {
      const query = { id: [...new Set(batch.map(({ action }) => action.id))] };
      const { actions } = await this.#api.call<{ actions: Action[] }>({
        method: 'GET',
        path: '/actions',
        query,
      });
      const now = Date.now();
      for (const watched of batch) {
        const action = actions.find(({ id }) => id === watched.action.id);
        const age = now - watched.since;
        watched.nextAt = now + pauseAt(age);
        if (action?.status === 'success') watched.done(null);
        else if (action?.status === 'error') watched.done(actionFailure(action.command, action.error));
        else if (age > LONGEST_MS) watched.done(new OutOfSight(`${watched.action.command} does not end`));
      }
    } catch (error) {
      const why = new OutOfSight(error instanceof Error ? error.message : String(error));
      for (const { done } of batch) done(why);
    }
  }
}

function pauseAt(age: number): number {
  return Math.min(Math.max(age * SHARE_OF_AGE, FIRST_MS), SLOWEST_MS);
}
