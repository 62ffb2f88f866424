import { BlockReader } from './block-reader.ts';
import { Unusual } from './unusual.ts';

/** One document, and the index of the line that it begins on, its marker included. */
export interface PlainDocument {
  readonly data: unknown;
  readonly line: number;
}

/** How much is too much is not for this reader to say. */
const MAX_LENGTH = 512 * 1024;

/** Line breaks, and characters that mean themselves wherever they stand. */
const ORDINARY = /^[\n\x20-\x7e\u00a1-\u1fff\u2030-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\uffef]*$/;

/**
 * Reads the plain YAML that nearly every manifest is: block mappings and lists, collections and scalars of one line,
 * comments, several documents. Undefined for everything else, sound or not: that is for the `yaml` library, which
 * takes many times as long. Where both read a text, they agree; a test holds them against each other.
 */
export function readPlainYaml(text: string): PlainDocument[] | undefined {
  if (text.length > MAX_LENGTH || !ORDINARY.test(text)) return undefined;
  const reader = new BlockReader(text.split('\n'));
  const documents: PlainDocument[] = [];
  let line = 0;
  try {
    reader.marker();
    do {
      documents.push({ data: reader.document(), line });
      line = reader.line;
    } while (reader.marker());
    return reader.atEnd ? documents : undefined;
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}
