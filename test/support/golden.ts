import { expect } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Holds a text against the file that says what is expected; `UPDATE_GOLDEN=1` writes the file instead. */
export function expectGolden(file: string, actual: string): void {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, actual);
  expect({ file, text: actual }).toEqual({
    file,
    text: existsSync(file) ? readFileSync(file, 'utf8') : '(missing)',
  });
}
