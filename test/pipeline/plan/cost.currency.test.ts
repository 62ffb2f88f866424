import { expect, test } from '@jest/globals';
import { planOf } from '../../support/planned.ts';

const COMPUTE = `apiVersion: stowage/v1
kind: Compute
metadata: { name: web-1 }
spec:
  type: vps
  provider: own
  region: ny1
  billing:
    monthlyCost: 20
    currency: USD
`;

test('a price in another currency is said to be missing from the cost', () => {
  const { summary, diagnostics } = planOf(COMPUTE);
  expect(summary.monthlyCost.after).toBe(0);
  expect(diagnostics).toMatchObject([
    { code: 'cost.currency', severity: 'warning', file: 'fleet.yaml', line: 10, column: 15 },
  ]);
});

test("a price in the fleet's own currency needs no word", () => {
  const { summary, diagnostics } = planOf(COMPUTE.replace('USD', 'EUR'));
  expect(summary.monthlyCost.after).toBe(20);
  expect(diagnostics).toEqual([]);
});
