import { describe, expect, test } from '@jest/globals';
import { Revealed } from '../../src/secrets/revealed.ts';

const revealed = new Revealed();
revealed.remember('robot:p"ss wörd+1');
revealed.remember('first line of a key\nsecond line of a key\n');

describe('what is scrubbed of a secret', () => {
  test.each([
    ['as it is', 'robot:p"ss wörd+1'],
    ['the password alone', 'p"ss wörd+1'],
    ['in JSON', JSON.stringify('p"ss wörd+1').slice(1, -1)],
    ['in an address', encodeURIComponent('p"ss wörd+1')],
    ['in a header of basic authentication', Buffer.from('robot:p"ss wörd+1').toString('base64')],
    ['one line of many', 'second line of a key'],
  ])('%s', (_how, form) => {
    expect(revealed.scrub(`before ${form} after ${form}.`)).toBe('before (secret) after (secret).');
  });

  test('nothing else', () => {
    expect(revealed.scrub('robot asks for a key')).toBe('robot asks for a key');
    expect(new Revealed().scrub('anything')).toBe('anything');
  });
});
