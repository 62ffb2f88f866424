import type { CST, Document } from 'yaml';
import { Composer, Lexer, Parser, Schema } from 'yaml';
import type { DocumentPlace } from './document-place.ts';
import { placeAt } from './document-place.ts';
import type { Fault } from './fault.ts';
import { overLimit } from './over-limit.ts';

/** One document of a file as a tree, or why there is none. Offsets count from the beginning of the file. */
export type YamlDocument =
  | { readonly place: DocumentPlace; readonly document: Document.Parsed; readonly tokens?: CST.Document }
  | { readonly place: DocumentPlace; readonly fault: Fault };

/** A tree outweighs its text forty times; a document of more pieces than this is not grown. */
const MAX_LEXEMES = 100_000;
/** A file of 16 MB of nothing but `---` has four million. */
const MAX_DOCUMENTS = 50_000;

const OPTIONS = {
  // One schema for all, as making it takes longer than parsing a manifest. Tags beyond the core are unknown.
  schema: new Schema({ schema: 'core', resolveKnownTags: false }),
  stringKeys: true,
  // Said by plainData, in linear time.
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/** Parses a file as YAML 1.2 from some document on, holding one document at a time. */
export function* yamlDocuments(from: DocumentPlace, maxLexemes = MAX_LEXEMES): Generator<YamlDocument> {
  const parser = new Parser();
  parser.offset = from.start;
  const composer = new Composer(OPTIONS);
  /** Of the document that the composer still holds back, as comments may follow it. */
  let held: { place: DocumentPlace; tokens: CST.Document } | undefined;
  let place = from;
  let lexemes = 0;
  let documents = 0;

  function* step(token: CST.Token): Generator<YamlDocument> {
    if (token.type === 'document') {
      lexemes = 0;
      documents++;
      place = placeAt(place, token.offset);
      const fault = overLimit(token);
      if (fault) {
        yield { place, fault };
        return;
      }
    }
    if (token.type === 'directive') {
      const fault = otherVersion(token);
      if (fault) yield { place, fault };
    }
    for (const document of composer.next(token)) yield { ...(held ?? { place }), document };
    if (token.type === 'document') held = { place, tokens: token };
  }

  for (const lexeme of new Lexer().lex(from.start === 0 ? from.text : from.text.slice(from.start))) {
    lexemes++;
    for (const token of parser.next(lexeme)) yield* step(token);
    if (lexemes <= maxLexemes && documents <= MAX_DOCUMENTS) continue;
    const at = parser.offset;
    for (const document of composer.end()) yield { ...(held ?? { place }), document };
    yield { place, fault: { start: at, end: at, ...(lexemes > maxLexemes ? TOO_LARGE : TOO_MANY) } };
    return;
  }
  for (const token of parser.end()) yield* step(token);
  const forced = held === undefined;
  for (const document of composer.end(forced, from.text.length)) yield { ...(held ?? { place }), document };
}

const TOO_LARGE = {
  code: 'too-large',
  message: 'the document is too large to be a manifest, and is read up to here',
  hint: 'split it into several documents',
};

const TOO_MANY = {
  code: 'too-large',
  message: `the file has more than ${MAX_DOCUMENTS.toLocaleString('en')} documents, and is read up to here`,
  hint: 'split it into several files',
};

function otherVersion({ source, offset }: CST.Directive): Fault | undefined {
  const version = /^%YAML\s+(\S+)/.exec(source)?.[1];
  if (version === undefined || version === '1.2') return undefined;
  const message = `manifests are YAML 1.2, and this file says ${version}`;
  return {
    start: offset,
    end: offset + source.length,
    code: 'bad-directive',
    message,
    hint: 'remove the line',
  };
}
