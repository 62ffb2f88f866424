import { compareText } from './compare-text.ts';
import type { Address } from './address.ts';
import type { SourceRange } from './source.ts';

export type Severity = 'error' | 'warning';

/** The other end of a conflict. */
export interface RelatedLocation extends SourceRange {
  readonly message: string;
}

/**
 * Something wrong with what the user wrote. Collected, never thrown.
 * `code` is a check's id, `schema.<keyword>` or `yaml.<code>`; `pointer` is a JSON pointer into the manifest.
 */
export interface Diagnostic extends SourceRange {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly address?: Address;
  readonly pointer?: string;
  readonly related: readonly RelatedLocation[];
}

/** Orders diagnostics by file, then position, then code, so that every run prints them alike. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Tells whether any of them stops a plan. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
