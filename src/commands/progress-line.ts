import { searchLine } from '../render/search-line.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';

/** One line that says how a search stands, while it runs. */
export interface ProgressLine {
  /** Takes note of the best so far, in the currency, per month. */
  readonly tell: (best: { readonly cost: number; readonly lowerBound: number }) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

const SILENT: ProgressLine = { tell: () => undefined, clear: () => undefined };

/** Milliseconds between two drawings. */
const PAUSE = 200;
/** What a terminal is taken to have where it does not say. */
const COLUMNS = 80;

const START_OF_LINE = '\r';
const ERASE_LINE = '\u001b[2K';

/** A line on standard error that is drawn anew in its place; nothing where nobody watches. */
export function progressLine(context: Context, options: CommonOptions, currency: string): ProgressLine {
  const { stderr, env, now } = context;
  if (!stderr.isTTY || options.quiet || env.CI || env.TERM === 'dumb') return SILENT;
  const began = now().getTime();
  let best: Parameters<ProgressLine['tell']>[0] | undefined;
  const draw = (): void => {
    if (!best) return;
    const line = searchLine({ ...best, seconds: (now().getTime() - began) / 1000 }, currency);
    const width = process.stderr.columns || COLUMNS;
    stderr.write(`${START_OF_LINE}${ERASE_LINE}${line.slice(0, width - 1)}`);
  };
  const timer = setInterval(draw, PAUSE);
  return {
    tell: (found) => void (best = found),
    clear: () => {
      clearInterval(timer);
      if (best) stderr.write(`${START_OF_LINE}${ERASE_LINE}`);
      best = undefined;
    },
  };
}
