import { describe, expect, test } from '@jest/globals';
import { rule, told } from '../../support/firewall.ts';

describe('fw.range-reversed: a range of ports starts before it ends', () => {
  test('an end before the start is an error, and both are shown', () => {
    expect(told(rule('a', { portStart: 9199, portEnd: 9100 }))).toMatchInlineSnapshot(`
      "error fw.range-reversed
        fleet.yaml:1:143 the range ends with port 9100, before it starts with 9199
        hint: write portStart: 9100 and portEnd: 9199
        fleet.yaml:1:128 the first port"
    `);
  });

  test('an end without a start is an error', () => {
    expect(told(rule('a', { portEnd: 9100 }))).toMatchInlineSnapshot(`
      "error fw.range-reversed
        fleet.yaml:1:126 the range ends with port 9100 and has no first port
        hint: set portStart, to 9100 if that one port is meant and to 1 if every port up to it is"
    `);
  });

  test('a range of one port passes', () => {
    expect(told(rule('a', { portStart: 9100, portEnd: 9100 }))).toBe('');
  });
});
