import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentPlace } from './document-place.ts';
import { rangeIn } from './document-place.ts';

/** Something wrong with the text of a file, by offsets into it. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  /** Without the `yaml.` before it. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** The other end of a conflict. */
  readonly other?: { readonly start: number; readonly end: number; readonly message: string };
}

/** A fault that is yet to be given its place. */
export type Unplaced = Pick<Fault, 'code' | 'message' | 'hint'>;

/** Gives a fault its line and column. */
export function diagnosticOf(
  place: DocumentPlace,
  { start, end, code, message, hint, other }: Fault,
): Diagnostic {
  return {
    ...rangeIn(place, start, end),
    code: `yaml.${code}`,
    severity: 'error',
    message,
    hint,
    related: other ? [{ ...rangeIn(place, other.start, other.end), message: other.message }] : [],
  };
}
