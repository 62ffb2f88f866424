/** A field whose name says that its value is nobody's business, with a value that is no reference to a secret. */
const SECRET =
  /((?:credentials?|token|pass(?:word|phrase)?|secret|(?:api|private)[-_]?key)["']?\s*:\s*)((?![{[&*|>\s]).+)$/i;

/** Hides what looks like a secret in a line of a file; the line keeps its length, so that carets stay in place. */
export function masked(line: string): string {
  return line.replace(SECRET, (_match, field: string, value: string) => field + '•'.repeat(value.length));
}
