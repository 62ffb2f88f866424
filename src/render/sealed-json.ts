import type { Sealed } from '../model/sealed.ts';
import { FORMAT_VERSION } from './diagnostics-json.ts';

/** The document of schemas/output/sealed.json. */
export function sealedJson(sealed: Sealed): string {
  const document = { formatVersion: FORMAT_VERSION, reference: { age: sealed.file }, ...sealed };
  return `${JSON.stringify(document, null, 2)}\n`;
}
