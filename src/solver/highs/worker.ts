import loadHighs from 'highs';
import { parentPort } from 'node:worker_threads';
import type { LinearProgram } from '../solver.ts';
import type { HighsOptions } from './solve-with-highs.ts';
import { solveWithHighs } from './solve-with-highs.ts';

/** What the worker is asked. */
export interface Question {
  readonly program: LinearProgram;
  readonly options: HighsOptions;
}

// One question at a time: whoever asks waits for the answer.
const highs = await loadHighs();
parentPort?.on('message', ({ program, options }: Question) => {
  parentPort?.postMessage(solveWithHighs(highs, program, options));
});
