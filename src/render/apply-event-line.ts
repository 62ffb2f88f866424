import type { ApplyEvent, ApplyTotals } from '../model/apply-event.ts';
import { counted } from '../model/counted.ts';
import type { Paint } from './paint.ts';

/** Writes one event of an apply as a line or two; null where a person need not read it. */
export function applyEventLine(event: ApplyEvent, paint: Paint): string | null {
  switch (event.type) {
    case 'started':
      return null;
    case 'waiting':
      return paint('dim', `Waiting for ${event.for}, ${event.seconds} s`);
    case 'recovered': {
      const line = `Recovered ${event.address}: ${event.message}`;
      if (event.result !== 'unresolved') return line;
      return `${paint('red', 'Unresolved')} ${event.address}: ${event.message}\n  help: settle it with \`stowage resolve ${event.intent}\``;
    }
    case 'recording':
      return event.entries === 0 ? null : `Recording ${entriesIn(event)}`;
    case 'begun':
      return `Asking ${event.provider}: ${event.step}`;
    case 'done':
      // What is only recorded is done by the thousand, and the journal has it.
      return event.provider === null ? null : `${paint('green', 'Done')} ${event.step}, ${event.summary}`;
    case 'failed':
    case 'unresolved':
    case 'skipped': {
      const word = event.type === 'skipped' ? 'Skipped' : paint('red', capital(event.type));
      const code = event.code === undefined ? '' : ` (${event.code})`;
      return `${word} ${event.step}${code}: ${event.message}\n  help: ${event.hint}`;
    }
    case 'finished':
      return finishedLine(event, paint);
  }
}

function finishedLine(totals: ApplyTotals, paint: Paint): string {
  const { steps, failed, skipped, unresolved, commit, serial } = totals;
  const left = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} not begun`] : []),
    ...(unresolved > 0 ? [`${unresolved} unresolved`] : []),
  ];
  const isPart = left.length > 0;
  const isNone = isPart && unresolved === 0 && steps === 0 && totals.entries === 0;
  const word = isNone
    ? paint('red', 'Nothing applied:')
    : isPart
      ? paint('yellow', 'Applied in part:')
      : paint('green', 'Applied');
  const done = [counted(steps, 'step'), ...left].join(', ');
  const state = commit === null ? 'nothing recorded' : `state ${commit.slice(0, 7)} (serial ${serial})`;
  const next = unresolved > 0 ? 'stowage resolve' : 'stowage apply';
  const outcome = isNone ? 'nothing was done' : 'what is done is recorded';
  const help = isPart ? `\n  help: ${outcome}; go on with \`${next}\`` : '';
  return `${word} ${done}: ${entriesIn(totals)}, ${state}${help}`;
}

function entriesIn({ entries }: { readonly entries: number }): string {
  return counted(entries, 'journal entry', 'journal entries');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
