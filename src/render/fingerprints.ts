import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LineOf } from './diagnostics-text.ts';

/**
 * A name for each diagnostic that stays the same while lines move, manifests change files and messages count days:
 * 32 hexadecimal digits over its code, the object and field it is about, and what stands there. Those that are alike
 * in all of this are counted in the order given.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[], lineOf: LineOf): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const identity = JSON.stringify(identityOf(diagnostic, lineOf));
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    return createHash('sha256').update(`${before} ${identity}`).digest('hex').slice(0, 32);
  });
}

function identityOf({ code, address, pointer, message, ...place }: Diagnostic, lineOf: LineOf): string[] {
  // What has no address is about the text of a file, and nothing tells two such mistakes apart but their sentences.
  if (address === undefined || pointer === undefined) return [code, address ?? place.file, message];
  const { file, line, column, endLine, endColumn } = place;
  const value = line === endLine ? (lineOf(file, line) ?? '').slice(column - 1, endColumn - 1) : '';
  // An entry of a list is known by what it is: one more before it changes its number.
  return [code, address, pointer.replace(/\/\d+(?=\/|$)/g, '/*'), value];
}
