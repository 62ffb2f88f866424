import { Ledger } from '../apply/ledger.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Category, JournalEntry } from '../model/journal-entry.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';
import { permitEntry } from '../pipeline/permit-plan.ts';
import { journalJson } from '../render/journal-json.ts';
import { journalText } from '../render/journal-text.ts';
import type { Context } from './context.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { refuseUnpermitted } from './refuse-unpermitted.ts';
import { paintFor } from './session.ts';

/** Options of `journal add`. */
export interface JournalAddOptions extends CommonOptions {
  readonly compute?: string;
  readonly category: Category;
}

/** Adds a person's entry. Its first line is the subject; without a message, standard input is read. */
export async function journalAdd(
  context: Context,
  message: string | undefined,
  options: JournalAddOptions,
): Promise<ExitCode> {
  const text = (message ?? (await context.readStdin())).trim();
  if (text === '')
    throw new StowageError(
      'journal.empty',
      'the entry says nothing',
      'write stowage journal add "what happened"',
    );
  const fleet = openFleet(context, options);
  const store = await openState(context, fleet);
  await store.fetch();
  const recorded = await store.read();
  if (options.compute !== undefined) refuseUnknown(options.compute, recorded);

  const author = await context.actor(fleet.workspace.root);
  refuseUnpermitted(author, permitEntry(recorded, author));

  const [subject = '', ...rest] = text.split('\n');
  const time = context.now();
  const entry: JournalEntry = {
    id: context.newId(time),
    timestamp: time.toISOString(),
    category: options.category,
    author,
    compute: options.compute ?? null,
    subject: subject.trim(),
    content: rest.join('\n').trim(),
  };
  const ledger = new Ledger({ store, recorded, desired: null });
  await ledger.write(() => [{ entry, effect: null }]);
  if (options.output === 'json') context.stdout.write(journalJson([entry]));
  else if (!options.quiet)
    context.stdout.write(journalText([entry], paintFor(context.stdout, context, options)));
  return ExitCode.Success;
}

function refuseUnknown(compute: string, { objects }: RecordedState): void {
  const names = objects.filter(({ kind }) => kind === 'Compute' || kind === 'Host').map(({ key }) => key);
  if (names.includes(compute)) return;
  const near = nearestName(compute, names);
  const hint = near
    ? `did you mean ${near}?`
    : 'apply its manifest first, or leave --compute away for an entry about the fleet';
  throw new StowageError('journal.compute', `no compute named ${compute} is recorded`, hint);
}
