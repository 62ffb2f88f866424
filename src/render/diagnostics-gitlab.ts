import type { Severity } from '../model/diagnostic.ts';
import type { Findings } from './findings.ts';
import { fingerprintsOf } from './fingerprints.ts';

/** An error stops every plan, a warning none: the ranks of Code Quality that say so. */
const RANKS: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor' };

/** Writes diagnostics as a Code Quality report, which GitLab shows in a merge request and beside its lines. */
export function diagnosticsGitlab({ diagnostics, lineOf }: Findings): string {
  const fingerprints = fingerprintsOf(diagnostics, lineOf);
  const issues = diagnostics.map(({ code, severity, message, hint, file, line, endLine }, index) => ({
    type: 'issue',
    check_name: code,
    description: hint ? `${message} (${hint})` : message,
    fingerprint: fingerprints[index],
    severity: RANKS[severity],
    location: { path: file, lines: { begin: line, end: endLine } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
