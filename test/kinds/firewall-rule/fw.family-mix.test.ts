import { describe, expect, test } from '@jest/globals';
import { rule, told } from '../../support/firewall.ts';

describe('fw.family-mix: source and destination of a rule are of one family', () => {
  test('IPv4 to IPv6 is an error, and both ends are shown', () => {
    expect(told(rule('a', { source: '10.0.0.0/8', destination: 'fd00::1' }))).toMatchInlineSnapshot(`
      "error fw.family-mix
        fleet.yaml:1:152 the source is IPv4 and the destination IPv6: no packet has both
        hint: write two rules, one for each address family
        fleet.yaml:1:125 this is IPv4"
    `);
  });

  test('one family, or any on one side, passes', () => {
    expect(
      told(
        rule('a', { source: '10.0.0.0/8', destination: '10.1.0.7' }),
        rule('b', { destination: 'fd00::1' }),
      ),
    ).toBe('');
  });
});
