import { describe, expect, test } from '@jest/globals';
import { readableText } from '../../src/pipeline/readable-text.ts';
import { processorTime } from '../support/processor-time.ts';

/** What may be seen of a text; runs of dots are cut to one. */
const seen = (text: string): string => readableText(text).replace(/•[•\s]*•|•/g, '•');

describe('the text of a manifest shows no secret', () => {
  test.each([
    ['as a value', '  credentials: hunter2\n  region: a', '  credentials: •\n  region: a'],
    ['in quotes', '  apiToken: "hunter2"\nb: c', '  apiToken: •\nb: c'],
    ['on the next line', '  credentials:\n    hunter2\n  region: a', '  credentials:\n    •\n  region: a'],
    ['as a block of text', 'credentials: |\n  hunter2\n  more\nregion: a', 'credentials: •\nregion: a'],
    ['in a list', '  credentials:\n  - hunter2\n  region: a', '  credentials:\n  •\n  region: a'],
    ['in a list of fields', '- credentials: hunter2\n  region: a\n- b', '- credentials: •\n  region: a\n- b'],
    ['as the name of a variable', 'credentials: { env: hunter2 }\nb: c', 'credentials: •\nb: c'],
    ['as a field of its own', 'credentials:\n  hunter2: x\nb: c', 'credentials:\n  •\nb: c'],
    [
      'in flow style',
      'spec: { family: x, credentials: hunter2 }\nb: c',
      'spec: { family: x, credentials: •\nb: c',
    ],
    ['in JSON', '{"credentials":"hunter2",\n"b": 1}', '{"credentials":•\n"b": 1}'],
    ['over several lines', 'credentials: "hunter2\n  hunter2"\nb: c', 'credentials: •\nb: c'],
    ['not even indented', 'credentials: "a\nhunter2"\nb: c', 'credentials: •\nb: c'],
    ['with an explicit key', '? credentials\n: hunter2\nb: c', '? credentials\n•\nb: c'],
    ['under a misspelt name', 'credentails: hunter2\nb: c', 'credentails: •\nb: c'],
    ['behind an anchor or a tag', 'credentials: &a !b hunter2\nb: c', 'credentials: •\nb: c'],
    ['in a remark', 'credentials: { env: A } # hunter2\nb: c', 'credentials: { env: A }•\nb: c'],
    ['where the file ends', 'credentials: {hunter2', 'credentials: •'],
    ['in an address', 'endpoint: https://ada:hunter2@host/x\nb: c', 'endpoint: https://•@host/x\nb: c'],
  ])('%s', (_where, text, shown) => {
    expect(seen(text)).toBe(shown);
    expect(readableText(text)).toHaveLength(text.length);
    expect(readableText(text)).not.toContain('hunter2');
  });

  test.each([
    '  credentials: { env: HCLOUD_TOKEN }\n  region: fsn1\n',
    '  credentials: {"age": "secrets/hcloud.age"}\n',
    '  credentials:\n    file: /run/secrets/token\n  region: fsn1\n',
    'spec: { credentials: { env: A }, family: hetznr }\n',
    '  name: token\n  region: fsn1\n',
    'endpoint: https://gateway/path@x\n',
  ])('and hides nothing of %j', (text) => {
    expect(readableText(text)).toBe(text);
  });

  test('in linear time', () => {
    const text = `${'credentials: "x\n'.repeat(20_000)}${' '.repeat(100_000)}${'a'.repeat(100_000)}`;
    const spent = processorTime();
    readableText(text);
    expect(spent()).toBeLessThan(1_000);
  });
});
