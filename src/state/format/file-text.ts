import { isUtf8 } from 'node:buffer';
import type { StateFile } from './state-file.ts';
import { unreadable } from './unreadable.ts';

/** The text of a file of the state branch; refuses what a killed or careless writer leaves. */
export function fileText(file: StateFile): string {
  if (file.bytes.length === 0) throw unreadable(file, null, 'the file is empty');
  if (!isUtf8(file.bytes)) throw unreadable(file, null, 'the file is not UTF-8 text');
  return Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).toString('utf8');
}
