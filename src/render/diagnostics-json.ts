import type { Diagnostic } from '../model/diagnostic.ts';
import type { Validation } from '../model/validation.ts';

export const FORMAT_VERSION = '1.0';

/** The document of schemas/output/diagnostics.json. */
export function diagnosticsJson({ files, resources, diagnostics }: Validation): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const document = {
    formatVersion: FORMAT_VERSION,
    valid: errors === 0,
    summary: { files, resources, errors, warnings },
    diagnostics: diagnostics.map(diagnosticDocument),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** One diagnostic with its fields in the order in which a person reads them. */
export function diagnosticDocument(diagnostic: Diagnostic): object {
  const { code, severity, message, hint, file, line, column, endLine, endColumn, address, pointer, related } =
    diagnostic;
  return { code, severity, message, hint, file, line, column, endLine, endColumn, address, pointer, related };
}
