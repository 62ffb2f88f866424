import { describe, expect, test } from '@jest/globals';
import { addressed, held, machine, rule, told } from '../../support/firewall.ts';

describe('fw.unmatchable: a rule is about an address that its computes have', () => {
  test('a destination that the compute has not is a warning', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '10.0.0.7'),
        rule('a', { destination: '10.0.0.70', portStart: 80 }),
        ...held('db-01', 'a'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.unmatchable
        fleet.yaml:7:130 nothing arrives at 10.0.0.70 here: db-01 has other addresses
        hint: correct destination, or leave it at any: the rule holds only where it is assigned
        fleet.yaml:1:64 the rule holds here"
    `);
  });

  test('the source of an outgoing rule that the compute has not is a warning', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '10.0.0.7'),
        rule('a', { source: '10.0.0.70', direction: 'out' }),
        ...held('db-01', 'a'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.unmatchable
        fleet.yaml:7:125 nothing leaves from 10.0.0.70 here: db-01 has other addresses
        hint: correct source, or leave it at any: the rule holds only where it is assigned
        fleet.yaml:1:64 the rule holds here"
    `);
  });

  test('its own address, a network around it, loopback and an unknown family pass', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '10.0.0.7'),
        rule('a', { destination: '10.0.0.7', portStart: 80 }),
        rule('b', { destination: '10.0.0.0/24', portStart: 81 }),
        rule('c', { destination: '127.0.0.1', portStart: 82 }),
        rule('d', { destination: 'fd00::1', portStart: 83 }),
        ...held('db-01', 'a', 'b', 'c', 'd'),
      ),
    ).toBe('');
  });
});
