import { Worker } from 'node:worker_threads';
import type { Columns, Solved, Solver } from '../solver.ts';
import type { Question } from './worker.ts';

const STOPPED: Solved = {
  status: 'stopped',
  objective: Infinity,
  values: null,
  duals: null,
  bound: -Infinity,
};

/**
 * Opens HiGHS in a thread of its own, so that Ctrl-C and timers work while it solves. The thread starts with the
 * first program and is ended by `dispose`, or by a signal: nothing else can stop a solve midway. With the thread its
 * sessions end: they answer `stopped` from then on.
 * `script` is the built worker.ts.
 */
export function openHighs(script: URL): Solver {
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let opened = 0;
  const end = async (): Promise<void> => {
    const ended = worker?.terminate();
    worker = undefined;
    await ended;
  };
  const ask = async (asked: Worker, question: Question, signal: AbortSignal | undefined): Promise<Solved> => {
    try {
      const solved = await answerOf(asked, question, signal);
      if (!solved) await end();
      return solved ?? STOPPED;
    } catch (error) {
      await end();
      throw error;
    }
  };
  const inTurn = (solve: () => Promise<Solved>): Promise<Solved> => {
    const solved = turn.then(solve);
    turn = solved.catch(() => undefined);
    return solved;
  };
  return {
    solve(program, { signal, ...options } = {}) {
      return inTurn(async () => {
        if (signal?.aborted) return STOPPED;
        return ask((worker ??= new Worker(script)), { ask: 'solve', program, options }, signal);
      });
    },
    open(program) {
      const session = opened++;
      let added: Columns[] = [];
      let home: Worker | undefined;
      return {
        add: (columns) => void added.push(columns),
        solve({ signal, ...options } = {}) {
          return inTurn(async () => {
            if (signal?.aborted || (home && home !== worker)) return STOPPED;
            if (!home) {
              home = worker ??= new Worker(script);
              home.postMessage({ ask: 'open', session, program } satisfies Question);
            }
            const question = { ask: 'resume', session, added, options } as const;
            added = [];
            return ask(home, question, signal);
          });
        },
        async close() {
          await turn;
          if (home && home === worker) home.postMessage({ ask: 'close', session } satisfies Question);
        },
      };
    },
    dispose: end,
  };
}

/** Waits for the answer; null where the signal or the end of the thread came first. */
async function answerOf(
  worker: Worker,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<Solved | null> {
  const done = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      const listen = (event: 'message' | 'error' | 'exit', hear: (value: unknown) => void): void => {
        worker.on(event, hear);
        done.signal.addEventListener('abort', () => worker.off(event, hear));
      };
      listen('message', (solved) => resolve(solved as Solved));
      listen('error', (error) => reject(error instanceof Error ? error : new Error(String(error))));
      listen('exit', () => resolve(null));
      signal?.addEventListener('abort', () => resolve(null), { signal: done.signal });
      worker.postMessage(question);
    });
  } finally {
    done.abort();
  }
}
