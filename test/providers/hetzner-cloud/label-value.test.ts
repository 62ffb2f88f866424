import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labelValue, textOfLabel } from '../../../src/providers/hetzner-cloud/label-value.ts';
import { serverName } from '../../../src/providers/hetzner-cloud/server-name.ts';

const VALUE = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const near = fc.constantFrom(
  'b64.YQ.z',
  'b64..z',
  `sha.${'0'.repeat(56)}`,
  '-a',
  'a-',
  '',
  'ä'.repeat(21),
  'ä'.repeat(22),
);
const text = fc.oneof(near, fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z0-9.-]{1,80}$/));

test('every text has a value that the API takes, and two texts have two', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(labelValue(one)).toMatch(VALUE);
      expect(labelValue(one) === labelValue(other)).toBe(one === other);
    }),
  );
});

test('what fits is told as it stands, and what is short can be read back', () => {
  expect(labelValue('web-01.example')).toBe('web-01.example');
  fc.assert(
    fc.property(text, (one) => {
      const value = labelValue(one);
      if (!/^sha\.[0-9a-f]{56}$/.test(value)) expect(textOfLabel(value)).toBe(one);
    }),
  );
});

test('the name of a server is a hostname, the same for the same host and another for another', () => {
  expect(serverName('web-01.example')).toBe('web-01.example');
  const long = (end: string) => `${'a'.repeat(49)}.-${'b'.repeat(60)}${end}`;
  expect(serverName(long('1'))).toMatch(/^a{49}-[0-9a-f]{12}$/);
  expect(serverName(long('1'))).not.toBe(serverName(long('2')));
});
