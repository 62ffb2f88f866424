import { afterAll } from '@jest/globals';
import { CHECKED } from './contract.ts';

/** At the end of a test file, says how many exchanges were held against a vendor's document. */
export function reportChecked(document: string): void {
  afterAll(() => {
    const count = CHECKED[document];
    const words =
      count === undefined ? 'not checked, as STOWAGE_SPEC_DIR is not set' : `${count} exchanges checked`;
    process.stderr.write(`${document}: ${words}\n`);
  });
}
