/** A stretch of a file. Lines and columns start at 1; the end is exclusive. */
export interface SourceRange {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Where a manifest was read from. Positions are found on demand: a fleet has millions of them and a run
 * shows a handful.
 */
export interface Source {
  readonly file: string;
  /**
   * Finds what a JSON pointer (`/spec/compute`) leads to, or its nearest ancestor that exists.
   * `key` asks for the field's name instead of its value.
   */
  locate(pointer: string, part?: 'key' | 'value'): SourceRange;
}
