import { describe, expect, test } from '@jest/globals';
import { counted } from '../../src/model/counted.ts';
import { price } from '../../src/render/price.ts';

describe('a price', () => {
  test.each([
    [412.1, 'EUR', '€412.10'],
    [0, 'EUR', '€0.00'],
    [-0, 'EUR', '€0.00'],
    [-3, 'EUR', '-€3.00'],
    [1234567.89, 'USD', '$1234567.89'],
    [0.1 + 0.2, 'GBP', '£0.30'],
    [12, 'CHF', 'CHF 12.00'],
    [-12.5, 'CHF', '-CHF 12.50'],
  ])('of %d %s is %s', (amount, currency, text) => {
    expect(price(amount, currency)).toBe(text);
  });
});

describe('a count', () => {
  test.each([
    [0, '0 errors'],
    [1, '1 error'],
    [2, '2 errors'],
  ])('of %i is "%s"', (number, text) => {
    expect(counted(number, 'error')).toBe(text);
  });

  test('takes a plural of its own', () => {
    expect([counted(1, 'entry', 'entries'), counted(2, 'entry', 'entries')]).toEqual([
      '1 entry',
      '2 entries',
    ]);
  });
});
