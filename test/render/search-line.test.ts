import { expect, test } from '@jest/globals';
import { searchLine } from '../../src/render/search-line.ts';

test.each([
  ['what is known', 1203.4, 1178.7, '€1203.40/month, at most 2.1 % above the best possible, 3 s'],
  ['that nothing is better', 100, 100, '€100.00/month, the best possible, 3 s'],
  ['no gap where no bound is known', 100, 0, '€100.00/month, 3 s'],
  ['never less than the true gap', 100, 99.99, '€100.00/month, at most 0.1 % above the best possible, 3 s'],
])('a search that runs says %s', (_what, cost, lowerBound, said) => {
  expect(searchLine({ cost, lowerBound, seconds: 3.9 }, 'EUR')).toBe(`searching: ${said}; Ctrl-C keeps this`);
});
