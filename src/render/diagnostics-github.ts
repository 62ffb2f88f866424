import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { counted } from '../model/counted.ts';

/** GitHub shows so many annotations of a kind for one step and drops the others without a word. */
const SHOWN = 10;

/**
 * Writes diagnostics as workflow commands, which GitHub shows beside the lines of a pull request: errors first, of each
 * severity as many as it shows, and how many more there are.
 */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  const [errors, warnings] = [of('error'), of('warning')];
  const shown = [...errors.slice(0, SHOWN), ...warnings.slice(0, SHOWN)];
  const rest = [
    ...(errors.length > SHOWN ? [counted(errors.length - SHOWN, 'more error')] : []),
    ...(warnings.length > SHOWN ? [counted(warnings.length - SHOWN, 'more warning')] : []),
  ];
  const note = `${rest.join(' and ')}: GitHub shows ${SHOWN} of a kind beside the lines, and the log of this step all.`;
  const notes = rest.length > 0 ? [`::notice title=stowage validate::${escapeData(note)}`] : [];
  return [...shown.map(command), ...notes].map((line) => `${line}\n`).join('');
}

function command({
  severity,
  file,
  line,
  column,
  endLine,
  endColumn,
  code,
  message,
  hint,
}: Diagnostic): string {
  const properties = {
    file,
    line,
    endLine,
    // GitHub takes columns only within one line, and its end column is inclusive.
    ...(line === endLine && { col: column, endColumn: Math.max(column, endColumn - 1) }),
    title: code,
  };
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${severity} ${listed.join(',')}::${escapeData(hint ? `${message}\n${hint}` : message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
