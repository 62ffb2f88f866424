import { expect, test } from '@jest/globals';
import { masked } from '../../src/render/masked.ts';

test.each([
  ['  credentials: hcloud-4711', '  credentials: •••••••••••'],
  ['  apiToken: "s3cret"', '  apiToken: ••••••••'],
  ['password: x y', 'password: •••'],
])('hides the value of %j', (line, shown) => {
  expect(masked(line)).toBe(shown);
});

test.each(['  credentials: { env: HCLOUD_TOKEN }', '  credentials:', '  name: token', '  region: fsn1'])(
  'leaves %j alone',
  (line) => {
    expect(masked(line)).toBe(line);
  },
);
