import type { ApplyEvent } from '../model/apply-event.ts';
import { applyEventLine } from '../render/apply-event-line.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { paintFor } from './session.ts';

/** Where apply's events go. */
export interface Progress {
  readonly report: (event: ApplyEvent) => void;
  readonly close: () => Promise<void>;
}

const nothingToClose = (): Promise<void> => Promise.resolve();

/** NDJSON for a program, a live view for a terminal, plain lines for everything else. */
export async function progressFor(context: Context, options: CommonOptions): Promise<Progress> {
  const { stdout, stderr } = context;
  if (options.output === 'json') {
    return { report: (event) => stdout.write(`${JSON.stringify(event)}\n`), close: nothingToClose };
  }
  if (stderr.isTTY && roomy(process.stderr) && !options.quiet && !context.env.CI) {
    const { showApply } = await import('../terminal/show-apply.tsx');
    return showApply(process.stderr);
  }
  const paint = paintFor(stderr, context, options);
  return {
    report(event) {
      const line = applyEventLine(event, paint);
      if (line !== null && (!options.quiet || event.type === 'finished')) stderr.write(`${line}\n`);
    },
    close: nothingToClose,
  };
}

/** A terminal may say it has no rows or columns; a live view there would only clear the screen. */
function roomy({ rows, columns }: NodeJS.WriteStream): boolean {
  return rows >= 6 && columns >= 40;
}
