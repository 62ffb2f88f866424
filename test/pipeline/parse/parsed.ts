import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import type { SourceRange } from '../../../src/model/source.ts';
import type { ParsedInventory } from '../../../src/pipeline/parse/parse.ts';
import { parse } from '../../../src/pipeline/parse/parse.ts';

/** Parses the text of one file. */
export function parsed(text: string): ParsedInventory & { readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = parse([{ path: 'fleet.yaml', bytes: new TextEncoder().encode(text) }]);
  return { ...value, diagnostics };
}

/** A manifest's text: `kind`, name `web-01`, and the lines of its spec. */
export function manifest(kind: string, spec: string): string {
  return `apiVersion: stowage/v1\nkind: ${kind}\nmetadata:\n  name: web-01\nspec:\n${spec}`;
}

/** A compute's text, with more lines of its spec. */
export function compute(rest = ''): string {
  return manifest('Compute', `  type: vps\n  provider: hetzner\n  region: fsn1\n${rest}`);
}

/** The text that a range covers, up to the end of its first line. */
export function covered(text: string, { line, column, endLine, endColumn }: SourceRange): string {
  const shown = text.split('\n')[line - 1] ?? '';
  return shown.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
}

/** The text that a pointer into a manifest leads to. */
export function located(
  text: string,
  from: Manifest | undefined,
  pointer: string,
  part?: 'key' | 'value',
): string {
  return from ? covered(text, from.source.locate(pointer, part)) : 'no manifest';
}

/** Each diagnostic as `code message | hint | text it points at`. */
export function told(text: string): string[] {
  return parsed(text).diagnostics.map((diagnostic) => {
    const { code, message, hint = '' } = diagnostic;
    return [code, message, hint, covered(text, diagnostic)].join(' | ');
  });
}
