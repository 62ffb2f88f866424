import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { Secret } from '../../src/model/secret.ts';

const TEXT = 'hunter2-abcdef';
const secret = new Secret(TEXT);

test('a secret says (secret) however it is printed', () => {
  const printed = [
    String(secret),
    `${secret.toString()}`,
    ['', secret].join(''),
    JSON.stringify({ secret }),
    inspect({ deep: [secret] }, { depth: 9, showHidden: true }),
    inspect(new Error('x', { cause: secret })),
    JSON.stringify(Object.entries(secret)) + JSON.stringify({ ...secret }),
  ];
  for (const text of printed) expect(text).not.toContain('hunter2');
  expect(printed.slice(0, 4)).toEqual(['(secret)', '(secret)', '(secret)', '{"secret":"(secret)"}']);
});

test('a secret gives its text to whoever asks for it', () => {
  expect(secret.reveal()).toBe(TEXT);
});
