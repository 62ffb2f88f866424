import { describe, expect, test } from '@jest/globals';
import { rule, told } from '../../support/firewall.ts';

describe('fw.host-bits: a network is written by its first address', () => {
  test('an address inside the network is a warning that says what is matched', () => {
    expect(told(rule('a', { source: '10.20.0.7/24' }), rule('b', { destination: 'fd00::7/64' })))
      .toMatchInlineSnapshot(`
      "warning fw.host-bits
        fleet.yaml:1:125 10.20.0.7/24 has bits set beyond its prefix: the rule matches all of 10.20.0.0/24
        hint: write 10.20.0.0/24 if the network is meant, and 10.20.0.7 if the one address is
      warning fw.host-bits
        fleet.yaml:3:130 fd00::7/64 has bits set beyond its prefix: the rule matches all of fd00::/64
        hint: write fd00::/64 if the network is meant, and fd00::7 if the one address is"
    `);
  });

  test('a network and a single address pass', () => {
    expect(told(rule('a', { source: '10.20.0.0/24', destination: '10.20.0.7' }))).toBe('');
  });
});
