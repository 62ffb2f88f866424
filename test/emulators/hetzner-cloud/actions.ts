import type { Surroundings } from '../vendor.ts';
import { Refused } from './refusal.ts';

interface Action {
  readonly id: number;
  readonly command: string;
  readonly server: number;
  readonly started: number;
  status: 'running' | 'success' | 'error';
  finished: number | null;
  error: { code: string; message: string } | null;
}

/** How long a thing takes where no knob says otherwise, in milliseconds. */
const TAKES_MS = 20;

/** What the vendor does on its own. */
export class Actions {
  readonly #around: Surroundings;
  readonly #actions = new Map<number, Action>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Begins something that takes its time; `done` is told whether it went well. It starts after `waits` ms. */
  begin(
    command: string,
    server: number,
    place: string,
    done: (ok: boolean) => void = () => undefined,
    waits = 0,
  ): Action {
    const { clock, knobs } = this.#around;
    const action: Action = {
      id: 1_000_000 + this.#actions.size,
      command,
      server,
      started: clock.now(),
      status: 'running',
      finished: null,
      error: null,
    };
    this.#actions.set(action.id, action);
    clock.after(waits + this.takes(command), () => {
      const code = knobs.endsIn[`${command}@${place}`] ?? knobs.endsIn[command];
      action.status = code === undefined ? 'success' : 'error';
      action.error = code === undefined ? null : { code, message: `${command} failed: ${code}` };
      action.finished = clock.now();
      done(code === undefined);
    });
    return action;
  }

  /** How long a thing takes, in milliseconds. */
  takes(command: string): number {
    return this.#around.knobs.takesMs[command] ?? TAKES_MS;
  }

  /** The actions of these ids; those that there are not are left out. */
  byId(ids: readonly string[]): Action[] {
    if (ids.length === 0) throw new Refused('invalid_input', 'id is required', ['id']);
    return ids.flatMap((id) => this.#actions.get(Number(id)) ?? []);
  }

  /** What was done with a server, in these states; in any where none is named. */
  of(server: number, states: readonly string[]): Action[] {
    return [...this.#actions.values()].filter(
      (action) => action.server === server && (states.length === 0 || states.includes(action.status)),
    );
  }

  /** Whether something is still going on with a server. */
  isBusy(server: number): boolean {
    for (const action of this.#actions.values())
      if (action.server === server && action.status === 'running') return true;
    return false;
  }
}

export function actionShape({ id, command, server, started, finished, status, error }: Action) {
  return {
    id,
    command,
    status,
    started: new Date(started).toISOString(),
    finished: finished === null ? null : new Date(finished).toISOString(),
    progress: status === 'running' ? 50 : 100,
    resources: [{ id: server, type: 'server' }],
    error,
  };
}
