import { expect, test } from '@jest/globals';
import { canonicalIp } from '../../../src/model/ip/canonical-ip.ts';

test.each([
  ['2001:DB8:0::1', '2001:db8::1'],
  ['2001:0DB8::/32', '2001:db8::/32'],
  ['10.0.0.1', '10.0.0.1'],
  ['010.0.0.1', '010.0.0.1'],
  ['::ffff:203.0.113.10', '::ffff:203.0.113.10'],
  ['FE80::1%eth0', 'FE80::1%eth0'],
])('%s is recorded as %s', (text, canonical) => {
  expect(canonicalIp(text)).toBe(canonical);
});
