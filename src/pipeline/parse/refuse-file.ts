import type { InputFile } from '../../model/input-file.ts';
import { MAX_FILE_BYTES } from '../../model/input-file.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** Says why a file is not read at all; undefined where it can be. */
export function refuseFile({ path, bytes, fault }: InputFile): Diagnostic | undefined {
  if (fault) return atStart(path, fault.code, fault.message, fault.hint);
  if (bytes.length <= MAX_FILE_BYTES) return undefined;
  const size = Math.ceil(bytes.length / 1024 / 1024);
  return atStart(
    path,
    'yaml.too-large',
    `the file has ${size} MB, and the limit is 16 MB`,
    'split it into several files',
  );
}

function atStart(file: string, code: string, message: string, hint: string): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    code,
    severity: 'error',
    message,
    hint,
    related: [],
  };
}
