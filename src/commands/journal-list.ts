import { ExitCode } from '../model/exit-code.ts';
import type { Category } from '../model/journal-entry.ts';
import { StowageError } from '../model/stowage-error.ts';
import { journalJson } from '../render/journal-json.ts';
import { journalText } from '../render/journal-text.ts';
import type { Context } from './context.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { paintFor } from './session.ts';

/** Options of `journal list`. */
export interface JournalListOptions extends CommonOptions {
  readonly compute?: string;
  readonly category?: Category;
  readonly since?: string;
  readonly until?: string;
  readonly author?: string;
  readonly limit?: number;
}

/** Lists what happened, newest first. */
export async function journalList(context: Context, options: JournalListOptions): Promise<ExitCode> {
  const { compute, category, since, until, author, limit } = options;
  for (const [flag, date] of Object.entries({ since, until })) {
    if (date !== undefined && Number.isNaN(Date.parse(date))) {
      throw new StowageError(
        'journal.date',
        `--${flag} ${date} is no date`,
        'write 2026-03-31, or 2026-03-31T14:00:00Z',
      );
    }
  }
  const store = await openState(context, openFleet(context, options));
  const entries = await store.journal({ compute, category, since, until, author, limit });
  if (options.output === 'json') context.stdout.write(journalJson(entries));
  else {
    context.stdout.write(journalText(entries, paintFor(context.stdout, context, options)));
    if (entries.length === 0 && !options.quiet) context.stderr.write('No entries.\n');
  }
  return ExitCode.Success;
}
