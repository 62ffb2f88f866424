import type { CST, YAMLError } from 'yaml';
import type { Fault } from './fault.ts';

/** What the parser says about one document, and where a person would look. */
export interface Evidence {
  readonly text: string;
  readonly tokens: CST.Document | undefined;
  readonly errors: readonly YAMLError[];
  /** The first of them by position: the others mostly follow from it. */
  readonly error: YAMLError;
  /** Offset of the first character there that a person can see. */
  readonly at: number;
}

/** Looks for one cause in the evidence. */
export type Suspect = (evidence: Evidence) => Fault | undefined;

/** The fault of a stretch of text. */
export function span(start: number, length: number, code: string, message: string, hint: string): Fault {
  return { start, end: start + length, code, message, hint };
}
