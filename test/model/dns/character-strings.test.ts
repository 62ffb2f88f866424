import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { characterStrings, readCharacterStrings } from '../../../src/model/dns/character-strings.ts';

describe('the strings of a TXT', () => {
  test('are read back as they were written, split at 255 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (bytes) => {
        const text = characterStrings(bytes);
        const strings = readCharacterStrings(text) ?? [];
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        expect(strings.every(({ length }) => length <= 255)).toBe(true);
        expect(Buffer.concat(strings)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  test('are escaped where a zone file needs it', () => {
    expect(characterStrings(Buffer.from('say "é" \\'))).toBe('"say \\"\\195\\169\\" \\\\"');
  });

  test.each(['"open', '"a" b', '"a""b"', '"\\256"', '"\\"', 'a'])('%s is no list of strings', (text) => {
    expect(readCharacterStrings(text)).toBeNull();
  });
});
