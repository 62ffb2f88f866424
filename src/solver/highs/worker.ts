import loadHighs from 'highs';
import { parentPort } from 'node:worker_threads';
import type { Columns, LinearProgram, SessionOptions } from '../solver.ts';
import { HighsSession } from './highs-session.ts';
import type { HighsOptions } from './solve-with-highs.ts';
import { solveWithHighs } from './solve-with-highs.ts';

/** What the worker is asked; only questions that solve are answered. */
export type Question =
  | { readonly ask: 'solve'; readonly program: LinearProgram; readonly options: HighsOptions }
  | { readonly ask: 'open'; readonly session: number; readonly program: LinearProgram }
  | {
      readonly ask: 'resume';
      readonly session: number;
      readonly added: readonly Columns[];
      readonly options: Omit<SessionOptions, 'signal'>;
    }
  | { readonly ask: 'close'; readonly session: number };

const highs = await loadHighs();
const sessions = new Map<number, HighsSession>();

// One question at a time: whoever asks waits for the answer.
parentPort?.on('message', (question: Question) => {
  switch (question.ask) {
    case 'solve':
      return parentPort?.postMessage(solveWithHighs(highs, question.program, question.options));
    case 'open':
      return sessions.set(question.session, new HighsSession(highs, question.program));
    case 'resume': {
      const session = sessions.get(question.session) as HighsSession;
      for (const columns of question.added) session.add(columns);
      return parentPort?.postMessage(session.solve(question.options));
    }
    case 'close':
      sessions.get(question.session)?.close();
      return sessions.delete(question.session);
  }
});
