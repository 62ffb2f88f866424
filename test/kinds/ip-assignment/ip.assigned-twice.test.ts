import { describe, expect, test } from '@jest/globals';
import { compute, ipAddress, ipAssignment, saidOf } from '../../support/addresses.ts';

const FLEET = [compute('web-01'), compute('web-02'), ipAddress('shop', { address: '10.20.0.9' })];
const given = (name: string, to: string, more = {}): string =>
  ipAssignment(name, { compute: to, ip: 'shop', ...more });

describe('ip.assigned-twice: an address is given to one compute, once', () => {
  test('two computes with one address are an error, and both ends are shown', () => {
    expect(saidOf(...FLEET, given('a', 'web-01'), given('b', 'web-02'))).toEqual([
      'ip.assigned-twice 9 | web-01 has 10.20.0.9, by IPAssignment/a | 7',
    ]);
  });

  test('one compute that gets it twice is one too, and no compute with two primary addresses', () => {
    const primary = { primary: true };
    expect(saidOf(...FLEET, given('a', 'web-01', primary), given('b', 'web-01', primary))).toEqual([
      'ip.assigned-twice 9 | web-01 already has 10.20.0.9, by IPAssignment/a | 7',
    ]);
  });

  test('nor is it a compute with two addresses of which none is primary', () => {
    expect(saidOf(...FLEET, given('a', 'web-01'), given('b', 'web-01'))).toHaveLength(1);
  });

  test('two addresses that are one are told as that, and not as assigned twice', () => {
    const twin = ipAddress('twin', { address: '10.20.0.9' });
    const other = ipAssignment('b', { compute: 'web-01', ip: 'twin', primary: true });
    expect(saidOf(...FLEET, twin, given('a', 'web-01', { primary: true }), other)).toEqual([
      expect.stringContaining('ip.duplicate 7'),
    ]);
  });

  test('an address given once passes', () => {
    expect(saidOf(...FLEET, given('a', 'web-01'))).toEqual([]);
  });
});
