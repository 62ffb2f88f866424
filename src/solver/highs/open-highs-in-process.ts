import loadHighs from 'highs';
import type { Solver } from '../solver.ts';
import { HighsSession } from './highs-session.ts';
import { solveWithHighs } from './solve-with-highs.ts';

/** Opens HiGHS in this thread: nothing else happens while it solves. For tests and measurements. */
export async function openHighsInProcess(): Promise<Solver> {
  const highs = await loadHighs();
  return {
    solve(program, { signal, ...options } = {}) {
      void signal;
      return Promise.resolve(solveWithHighs(highs, program, options));
    },
    open(program) {
      const session = new HighsSession(highs, program);
      return {
        add: (columns) => session.add(columns),
        solve: (options = {}) => Promise.resolve(session.solve(options)),
        close: () => Promise.resolve(session.close()),
      };
    },
    dispose: () => Promise.resolve(),
  };
}
