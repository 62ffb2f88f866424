import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentPlace } from './document-place.ts';
import { rangeIn } from './document-place.ts';
import { overlapsSecret } from './secret-stretches.ts';

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

const UNSAID = {
  message: 'what stands where a secret is referred to is not well-formed',
  hint: 'write one of { env: NAME }, { file: PATH } and { age: PATH }, never the secret itself',
};

/** A fault that is yet to be given its place. */
export type Unplaced = Pick<Fault, 'code' | 'message' | 'hint'>;

/** Gives a fault its line and column. What is said about a place where a secret may stand repeats nothing of it. */
export function diagnosticOf(place: DocumentPlace, fault: Fault): Diagnostic {
  const { start, end, code, other } = fault;
  const { message, hint } = overlapsSecret(place.text, start, end) ? UNSAID : fault;
  return {
    ...rangeIn(place, start, end),
    code: `yaml.${code}`,
    severity: 'error',
    message,
    hint,
    related: other ? [{ ...rangeIn(place, other.start, other.end), message: other.message }] : [],
  };
}
