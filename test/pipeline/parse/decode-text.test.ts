import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../../src/pipeline/parse/decode-text.ts';

describe('decoding', () => {
  test('drops a byte order mark and keeps everything else', () => {
    expect(decodeText(Buffer.from('\ufeffä🚀\r\n'))).toEqual({ text: 'ä🚀\r\n' });
  });

  test.each<[string, number[], string, RegExp]>([
    ['Latin-1', [0x61, 0xe9, 0x20, 0x62], 'a', /byte E9/],
    ['a continuation that continues nothing', [0x61, 0x80], 'a', /byte 80/],
    ['a character cut off at the end', [0x61, 0xe2, 0x82], 'a', /byte E2/],
    ['a character cut off in the middle', [0x61, 0xf0, 0x9f, 0x9a, 0x62], 'a', /byte F0/],
    ['an overlong slash', [0x61, 0xc0, 0xaf], 'a', /byte C0/],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 'a', /byte ED/],
    ['NUL', [0x61, 0x62, 0x00, 0x62], 'ab', /not text/],
    ['what comes before NUL', [0x89, 0x50, 0x00], '', /not text/],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x61, 0x00], '', /UTF-16/],
    ['UTF-16 without a mark', [0x61, 0x00, 0x62, 0x00], 'a', /UTF-16/],
  ])('stops at the first byte of %s', (_what, bytes, before, message) => {
    const decoded = decodeText(Uint8Array.from(bytes));
    if ('text' in decoded) throw new Error('decoded');
    expect(decoded).toMatchObject({ before, fault: { start: before.length, code: 'not-utf8' } });
    expect(decoded.fault.message).toMatch(message);
  });
});
