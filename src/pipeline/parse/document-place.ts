import type { SourceRange } from '../../model/source.ts';
import { firstVisible } from './text-line.ts';

/** Where one document begins in the text of its file. */
export interface DocumentPlace {
  readonly file: string;
  /** The text of the whole file. */
  readonly text: string;
  /** Offset of the line on which the document begins. */
  readonly start: number;
  /** Number of that line, from 1. */
  readonly line: number;
}

/** The place of a file's first document. */
export function startOf(file: string, text = ''): DocumentPlace {
  return { file, text, start: 0, line: 1 };
}

/** The place of a later document of the same file, whose text holds this offset. */
export function placeAt(earlier: DocumentPlace, offset: number): DocumentPlace {
  const start = earlier.text.lastIndexOf('\n', offset - 1) + 1;
  return { ...earlier, start, line: lineAt(earlier, start) };
}

/** The place of a later document of the same file, which begins on a line, counted from 1. */
export function placeOfLine(earlier: DocumentPlace, line: number): DocumentPlace {
  let { start } = earlier;
  for (let at = earlier.line; at < line; at++) start = earlier.text.indexOf('\n', start) + 1;
  return { ...earlier, start, line };
}

/** The stretch between two offsets of the file; an empty one is widened to a character, so that a caret shows. */
export function rangeIn(place: DocumentPlace, start: number, end: number): SourceRange {
  const empty = end <= start;
  const from = empty ? firstVisible(place.text, start) : start;
  const line = lineAt(place, from);
  const column = columnAt(place, from);
  if (empty) return { file: place.file, line, column, endLine: line, endColumn: column + 1 };
  const endLine = lineAt({ ...place, start, line }, end);
  return { file: place.file, line, column, endLine, endColumn: columnAt(place, end) };
}

function lineAt({ file, text, start, line }: DocumentPlace, offset: number): number {
  // Directives stand before the document they are for.
  if (offset < start) return lineAt({ file, text, start: 0, line: 1 }, offset);
  let count = line;
  for (let at = text.indexOf('\n', start); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function columnAt({ text }: DocumentPlace, offset: number): number {
  return offset === 0 ? 1 : offset - text.lastIndexOf('\n', offset - 1);
}
