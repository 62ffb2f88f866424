import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { InputFile } from '../../src/model/input-file.ts';

/** What a terminal obeys, and what reorders a line. */
export const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Says what is wrong with a diagnostic itself: a place that is not in the file, nothing said, or too much. */
export function faultsOf(diagnostic: Diagnostic, files: readonly InputFile[]): string[] {
  const { file, line, column, endLine, endColumn, code, message, hint = 'none', related } = diagnostic;
  const bytes = files.find(({ path }) => path === file)?.bytes;
  const text = bytes && lineOf(bytes, line);
  const said = [file, message, hint, ...related.map((other) => other.message)].join('');
  const faults: (readonly [boolean, string])[] = [
    [bytes === undefined, 'the file is another'],
    [line < 1 || text === undefined, 'the line is not in the file'],
    [column < 1 || column > (text ?? '').length + 1, 'the column is not in the line'],
    [endLine < line || (endLine === line && endColumn <= column), 'the end is before the beginning'],
    [!/^[a-z]+(\.[a-z0-9-]+)+$/i.test(code), 'the code is not of the form'],
    [message.trim() === '', 'nothing is said'],
    [CONTROLS.test(said), 'a control character is said'],
    [/\n\s+at /.test(said), 'a stack trace is said'],
  ];
  return faults.flatMap(([wrong, fault]) => (wrong ? [`${file}:${line}:${column} ${code}: ${fault}`] : []));
}

/** One line of a file, from 1. The last one may be empty. */
function lineOf(bytes: Uint8Array, line: number): string | undefined {
  let start = 0;
  for (let before = 1; before < line; before++) {
    const end = bytes.indexOf(10, start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  const end = bytes.indexOf(10, start);
  return new TextDecoder().decode(bytes.subarray(start, end < 0 ? bytes.length : end));
}
