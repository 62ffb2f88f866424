import type { Diagnostic } from '../model/diagnostic.ts';
import type { Validation } from '../model/validation.ts';
import { counted } from '../model/counted.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

/** Gives one line of a file as it may be shown, counted from 1; undefined where there is none. */
export type LineOf = (file: string, line: number) => string | undefined;

/** Writes diagnostics for a terminal: place, sentence, the line with a caret, the other end, help. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], lineOf: LineOf, paint: Paint): string {
  return diagnostics.map((diagnostic) => `${block(diagnostic, lineOf, paint).join('\n')}\n\n`).join('');
}

/** Writes the one line that ends a validation. */
export function validationSummary({ files, resources, diagnostics }: Validation, paint: Paint): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const found = [errors && counted(errors, 'error'), warnings && counted(warnings, 'warning')]
    .filter(Boolean)
    .join(', ');
  const extent = `${counted(resources, 'resource')} in ${counted(files, 'file')}`;
  if (errors > 0) return `${paint('red', found)} in ${extent}\n`;
  return `${paint('green', 'valid')}: ${extent}${warnings > 0 ? `, ${paint('yellow', found)}` : ''}\n`;
}

/** Other ends that are shown; one missing thing may be named in hundreds of places. */
const MOST_ENDS = 10;

function block(diagnostic: Diagnostic, lineOf: LineOf, paint: Paint): string[] {
  const { file, line, column, severity, code, message, hint, related } = diagnostic;
  const colour = severity === 'error' ? 'red' : 'yellow';
  const head = `${printable(file)}:${line}:${column} ${paint(colour, severity)} ${paint('dim', code)} ${paint('bold', printable(message))}`;
  const ends = related
    .slice(0, MOST_ENDS)
    .flatMap((other) => [
      `  ${printable(other.file)}:${other.line}:${other.column} ${printable(other.message)}`,
      ...excerpt(other, lineOf, paint),
    ]);
  if (related.length > MOST_ENDS) ends.push(`  and ${counted(related.length - MOST_ENDS, 'more place')}`);
  return [
    head,
    ...excerpt(diagnostic, lineOf, paint),
    ...ends,
    ...(hint ? [`  ${paint('cyan', 'help:')} ${printable(hint)}`] : []),
  ];
}

/** The longest line shown; a minified or hostile one is cut around the caret, with … for what is left out. */
const WIDTH = 120;

function excerpt(
  {
    file,
    line,
    column,
    endLine,
    endColumn,
  }: Pick<Diagnostic, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>,
  lineOf: LineOf,
  paint: Paint,
): string[] {
  const text = lineOf(file, line);
  if (text === undefined || text.trim() === '') return [];
  const cut = column > WIDTH - 20 ? column - 20 : 0;
  const before = cut > 0 ? '…' : '';
  const after = text.length > cut + WIDTH ? '…' : '';
  const part = text.slice(cut + before.length, cut + WIDTH - after.length);
  const shown = `${before}${printable(part)}${after}`;
  const gutter = String(line).padStart(5);
  const end = endLine === line ? endColumn : text.length + 1;
  const length = Math.max(1, Math.min(end - column, shown.length - (column - cut) + 1));
  const caret = `${' '.repeat(Math.max(0, column - cut - 1))}${'^'.repeat(length)}`;
  return [`${paint('dim', `${gutter} |`)} ${shown}`, `${paint('dim', '      |')} ${paint('red', caret)}`];
}
