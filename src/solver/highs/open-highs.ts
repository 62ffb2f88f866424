import { Worker } from 'node:worker_threads';
import type { LinearProgram, Solved, Solver, SolveOptions } from '../solver.ts';
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
 * first program and is ended by `dispose`, or by a signal: nothing else can stop a solve midway.
 * `script` is the built worker.ts.
 */
export function openHighs(script: URL): Solver {
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const end = async (): Promise<void> => {
    const ended = worker?.terminate();
    worker = undefined;
    await ended;
  };
  const ask = async (program: LinearProgram, { signal, ...options }: SolveOptions): Promise<Solved> => {
    if (signal?.aborted) return STOPPED;
    worker ??= new Worker(script);
    try {
      const solved = await answerOf(worker, { program, options }, signal);
      if (!solved) await end();
      return solved ?? STOPPED;
    } catch (error) {
      await end();
      throw error;
    }
  };
  return {
    solve(program, options = {}) {
      const solved = turn.then(() => ask(program, options));
      turn = solved.catch(() => undefined);
      return solved;
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
