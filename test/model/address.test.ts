import { describe, expect, test } from '@jest/globals';
import { addressOf, splitAddress } from '../../src/model/address.ts';

describe('an address', () => {
  test('names a kind and an object', () => {
    expect(addressOf('Compute', 'fsn1-db-01')).toBe('Compute/fsn1-db-01');
  });

  test.each([
    ['Compute', 'fsn1-db-01'],
    ['DNSZone', 'example.com'],
    ['IPPool', '10.0.0.0/24'],
    ['Component', 'AMD EPYC 9454P/48'],
  ] as const)('of %s %s is taken apart into what it was made of', (kind, name) => {
    expect(splitAddress(addressOf(kind, name))).toEqual({ kind, name });
  });
});
