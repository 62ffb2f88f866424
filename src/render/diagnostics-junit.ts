import type { Diagnostic } from '../model/diagnostic.ts';
import { counted } from '../model/counted.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import type { Findings } from './findings.ts';
import { plain } from './paint.ts';
import { printable } from './printable.ts';

/**
 * Writes diagnostics as JUnit XML. A test case is a file: it is there whether it passes or fails, so that GitLab, which
 * holds the cases of two runs against each other by name, and the reporters of GitHub can tell what was fixed from what
 * is no longer looked at. All errors of a file are its one failure, since most readers show only one; warnings go
 * to its output, as they fail nothing.
 */
export function diagnosticsJunit({ diagnostics, files, lineOf }: Findings): string {
  const byFile = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const diagnostic of diagnostics) {
    const same = byFile.get(diagnostic.file);
    if (same) same.push(diagnostic);
    else byFile.set(diagnostic.file, [diagnostic]);
  }
  const failures = [...byFile.values()].filter((found) => errorsIn(found).length > 0).length;
  const totals = `tests="${byFile.size}" failures="${failures}" errors="0" skipped="0" time="0"`;
  const cases = [...byFile].map(([file, found]) => testCase(file, found, lineOf));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="stowage" ${totals}>
  <testsuite name="stowage validate" ${totals}>
${cases.join('')}  </testsuite>
</testsuites>
`;
}

function testCase(file: string, found: readonly Diagnostic[], lineOf: Findings['lineOf']): string {
  const [first] = found;
  const errors = errorsIn(found);
  const warnings = found.filter(({ severity }) => severity === 'warning');
  const place = first ? ` line="${first.line}"` : '';
  const head = `    <testcase classname="stowage.validate" name="${attribute(file)}" file="${attribute(file)}"${place} time="0"`;
  if (found.length === 0) return `${head}/>\n`;
  const text = (some: readonly Diagnostic[]): string =>
    content(diagnosticsText(some, lineOf, plain).trimEnd());
  const codes = [...new Set(errors.map(({ code }) => code))];
  const failure = `      <failure message="${attribute(summary(errors))}" type="${attribute(codes.join(' '))}">${text(errors)}</failure>\n`;
  const output = `      <system-out>${text(warnings)}</system-out>\n`;
  return `${head}>\n${errors.length > 0 ? failure : ''}${warnings.length > 0 ? output : ''}    </testcase>\n`;
}

function errorsIn(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ severity }) => severity === 'error');
}

function summary(errors: readonly Diagnostic[]): string {
  const [first] = errors;
  const more = errors.length > 1 ? `${counted(errors.length, 'error')}, the first: ` : '';
  return `${more}${first?.message}`;
}

function attribute(text: string): string {
  return content(printable(text)).replaceAll('"', '&quot;');
}

/** What may stand between tags. XML 1.0 cannot hold unpaired surrogates and two more, even escaped. */
function content(text: string): string {
  return text
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
