import type { Document } from 'yaml';
import type { Source } from '../../model/source.ts';
import type { DocumentPlace } from './document-place.ts';
import { rangeIn } from './document-place.ts';
import { locate } from './locate.ts';
import { yamlDocuments } from './yaml-documents.ts';

/** A document's source, which can also tell how a value was written. */
export interface DocumentSource extends Source {
  /** The text of a scalar as it stands in the file: `1.10`, not `1.1`. */
  written(pointer: string): string;
}

/**
 * Makes the source of one document. Its tree is not kept, as it outweighs the text forty times; the first
 * position asked for parses the document again.
 */
export function sourceOf(place: DocumentPlace): DocumentSource {
  return {
    file: place.file,
    locate(pointer, part) {
      return rangeIn(place, ...locate(parsedAgain(place), pointer, part));
    },
    written(pointer) {
      return place.text.slice(...locate(parsedAgain(place), pointer));
    },
  };
}

interface Recent {
  readonly place: DocumentPlace;
  readonly document: Document | undefined;
  readonly length: number;
}

/** Documents asked for lately, the latest first: the two ends of a conflict are asked for in turn. */
let recent: readonly Recent[] = [];
const MAX_RECENT = 8;
/** How much text the others beside the latest may come to. */
const MAX_CHARACTERS = 256 * 1024;

function parsedAgain(place: DocumentPlace): Document | undefined {
  const latest = recent.find((known) => known.place === place) ?? parseAgain(place);
  let characters = 0;
  const others = recent.filter((known) => known !== latest && (characters += known.length) <= MAX_CHARACTERS);
  recent = [latest, ...others.slice(0, MAX_RECENT - 1)];
  return latest.document;
}

function parseAgain(place: DocumentPlace): Recent {
  // It was read before, so it is not too large; a plain one was read without growing its tree.
  const [first] = yamlDocuments(place, Infinity);
  const document = first && 'document' in first ? first.document : undefined;
  return { place, document, length: (document?.range[2] ?? place.start) - place.start };
}
