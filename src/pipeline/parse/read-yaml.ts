import type { Document } from 'yaml';
import { isScalar } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { InputFile } from '../../model/input-file.ts';
import { decodeText } from './decode-text.ts';
import type { PlainDocument } from '../../plain-yaml/read-plain-yaml.ts';
import { readPlainYaml } from '../../plain-yaml/read-plain-yaml.ts';
import type { DocumentPlace } from './document-place.ts';
import { placeOfLine, startOf } from './document-place.ts';
import type { Fault } from './fault.ts';
import { diagnosticOf } from './fault.ts';
import { forbiddenInText } from './forbidden-character.ts';
import { mergeConflict } from './merge-conflict.ts';
import { plainData } from './plain-data.ts';
import { refuseFile } from './refuse-file.ts';
import type { DocumentSource } from './source-of.ts';
import { sourceOf } from './source-of.ts';
import { syntaxFault, syntaxWarnings } from './syntax-fault.ts';
import type { YamlDocument } from './yaml-documents.ts';
import { yamlDocuments } from './yaml-documents.ts';

/** One YAML document as plain data. */
export interface RawDocument {
  readonly data: unknown;
  readonly source: DocumentSource;
}

/** One document of a file, or what is wrong with it or with the file. */
export type Reading = RawDocument | { readonly diagnostics: readonly Diagnostic[] };

/** Reads a file, one document at a time. Whatever it holds, the answer is documents and diagnostics. */
export function* readYaml(file: InputFile): Generator<Reading> {
  const opened = openText(file);
  if (typeof opened !== 'string') {
    yield { diagnostics: [opened] };
    return;
  }
  const start = startOf(file.path, opened);
  const plain = readPlainYaml(opened);
  if (plain) {
    yield* plainDocuments(plain, start);
    return;
  }
  for (const parsed of yamlDocuments(start)) {
    const reading = readDocument(parsed);
    if (reading) yield reading;
  }
}

/** Gives each document of a plain file its place, which is looked into only if something is wrong with it. */
function* plainDocuments(documents: readonly PlainDocument[], start: DocumentPlace): Generator<RawDocument> {
  let place = start;
  for (const { data, line } of documents) {
    place = placeOfLine(place, line + 1);
    yield { data, source: sourceOf(place) };
  }
}

/** The text of a file, or the one thing that keeps all of it from being read. */
function openText(file: InputFile): string | Diagnostic {
  const refusal = refuseFile(file);
  if (refusal) return refusal;
  const decoded = decodeText(file.bytes);
  if ('fault' in decoded) return diagnosticOf(startOf(file.path, decoded.before), decoded.fault);
  const { text } = decoded;
  const fault = forbiddenInText(text) ?? mergeConflict(text);
  return fault ? diagnosticOf(startOf(file.path, text), fault) : text;
}

function readDocument(parsed: YamlDocument): Reading | undefined {
  const { place } = parsed;
  const told = (faults: readonly Fault[]): Reading => ({
    diagnostics: faults.map((fault) => diagnosticOf(place, fault)),
  });
  if ('fault' in parsed) return told([parsed.fault]);
  const { document, tokens } = parsed;
  const syntax = syntaxFault(place.text, document, tokens);
  if (syntax) return told([syntax]);
  const warnings = syntaxWarnings(place.text, document);
  if (isEmpty(document) && warnings.length === 0) return undefined;
  const { data, faults } = plainData(document);
  const all = [...warnings, ...faults];
  return all.length > 0 ? told(all) : { data, source: sourceOf(place) };
}

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}
