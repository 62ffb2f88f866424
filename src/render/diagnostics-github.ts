import type { Diagnostic } from '../model/diagnostic.ts';

/** Writes diagnostics as workflow commands, which GitHub shows beside the lines of a pull request. */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join('');
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
