import { describe, expect, test } from '@jest/globals';
import { rule, told } from '../../support/firewall.ts';

describe('fw.port-protocol: a rule names ports only of a protocol that has some', () => {
  test('a port of icmp is an error, and only that', () => {
    expect(told(rule('a', { protocol: 'icmp', portStart: 8, portEnd: 3 }))).toMatchInlineSnapshot(`
      "error fw.port-protocol
        fleet.yaml:1:129 icmp has no ports, and the rule names port 8
        hint: leave the ports out, or make the protocol tcp or udp
        fleet.yaml:1:110 the protocol"
    `);
  });

  test('ports of tcp, of udp and of all pass', () => {
    expect(
      told(rule('a', { protocol: 'udp', portStart: 53 }), rule('b', { protocol: 'all', portStart: 53 })),
    ).toBe('');
  });
});
