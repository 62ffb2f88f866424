import type { Machine } from '../model/machine.ts';
import type { Unfinished } from '../model/unfinished.ts';
import { columns } from './columns.ts';
import type { Paint } from './paint.ts';

/** Writes what earlier runs left behind, each with the machines it may have become and what to type. */
export function unfinishedText(all: readonly Unfinished[], paint: Paint): string {
  if (all.length === 0) return 'Nothing is unfinished.\n';
  return all.map((each) => `${paragraph(each, paint)}\n`).join('\n');
}

function paragraph({ intent, candidates, silent }: Unfinished, paint: Paint): string {
  const { id, step, since, unresolved } = intent;
  const made = step.order !== undefined;
  const rows = candidates.map((machine) => rowOf(machine, intent.id));
  const [first] = candidates;
  return [
    `${paint('bold', step.id)} at ${step.provider}, since ${since}`,
    `  intent  ${id}`,
    `  why     ${unresolved ?? 'the run that began it did not finish; the next apply looks what became of it'}`,
    ...(silent === null ? [] : [`  note    ${silent}`]),
    ...(rows.length === 0
      ? ['  machines none that it may have become']
      : [
          '  machines',
          ...columns(rows, ['left', 'left', 'left', 'left', 'left']).map((row) => `    ${row}`),
        ]),
    ...(first ? [`  stowage resolve ${id} --adopt ${first.id}`] : []),
    `  stowage resolve ${id} --absent    ${made ? 'when no machine was made' : 'when its machine is gone'}`,
  ].join('\n');
}

function rowOf({ id, name, state, addresses, since, marker }: Machine, intent: string): string[] {
  const whose =
    marker === null ? 'not marked' : marker.intent === intent ? 'made by it' : 'made by another intent';
  return [id, name, state, addresses.join(', '), `${whose}, since ${since}`];
}
