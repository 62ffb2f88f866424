import type { Highs, Model } from 'highs';
import type { Columns, LinearProgram, SessionOptions, Solved } from '../solver.ts';
import { modelOf } from './model-of.ts';
import { readSolved } from './read-solved.ts';

/** Seconds: the option takes finite numbers only. */
const NO_LIMIT = 1e9;

/** A linear program that HiGHS keeps, with the basis of its last solve. */
export class HighsSession {
  readonly #highs: Highs;
  readonly #model: Model;
  #solved = false;

  constructor(highs: Highs, program: LinearProgram) {
    this.#highs = highs;
    this.#model = highs.createModel(modelOf(program, false));
    this.#model.options.set('output_flag', false);
    this.#model.options.set('solver', 'simplex');
  }

  add({ columns: { cost, lower, upper }, matrix }: Columns): void {
    if (cost.length === 0) return;
    const numRows = this.#model.getDimensions().numRows;
    this.#model.addCols({
      cost,
      lower,
      upper,
      matrix: { format: 'csc', numRows, numCols: cost.length, ...matrix },
    });
  }

  solve({ timeLimit }: Omit<SessionOptions, 'signal'>): Solved {
    const model = this.#model;
    // New columns leave the last basis feasible, so that the primal method goes on from it.
    model.options.set('simplex_strategy', this.#solved ? 4 : 1);
    model.zeroAllClocks();
    model.options.set('time_limit', Math.min(Math.max(0, timeLimit ?? NO_LIMIT), NO_LIMIT));
    const { modelStatus } = model.run();
    const solved = readSolved(this.#highs, model, modelStatus, false);
    this.#solved = solved.status === 'optimal';
    return solved;
  }

  close(): void {
    this.#model.dispose();
  }
}
