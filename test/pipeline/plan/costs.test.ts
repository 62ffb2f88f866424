import { describe, expect, test } from '@jest/globals';
import { edited, planOf, recordedFrom } from '../../support/planned.ts';

const compute = (name: string, billing?: string): string =>
  `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: ${name} }, spec: { type: vm, provider: own, region: berlin${billing === undefined ? '' : `, billing: { ${billing} }`} } }\n`;
const fleetOf = (...documents: readonly string[]): string => documents.join('---\n');
const costsOf = (yaml: string) => {
  const { steps, summary } = planOf(yaml);
  return { steps: steps.map(({ cost }) => cost), ...summary.monthlyCost };
};

describe('the cost of a plan', () => {
  test.each([
    ['a month', 'monthlyCost: 39.7', 39.7],
    ['a twelfth of a year', 'annualCost: 120', 10],
    ['a twelfth that is no whole cent', 'annualCost: 100', 8.33],
    ['the month where both are given', 'monthlyCost: 9, annualCost: 120', 9],
    ['a month that costs nothing', 'monthlyCost: 0, annualCost: 120', 0],
    ['the fleet’s currency, spelled out', 'monthlyCost: 9, currency: EUR', 9],
    ['another currency, which is not added', 'monthlyCost: 9, currency: USD', 0],
    ['no cost at all', "contractEnd: '2030-01-01'", 0],
  ])('counts %s', (_what, billing, cost) => {
    expect(costsOf(compute('a', billing))).toEqual({
      steps: [cost],
      before: 0,
      after: cost,
      currency: 'EUR',
    });
  });

  test('adds cents exactly', () => {
    const fleet = fleetOf(
      ...Array.from({ length: 10 }, (_, index) => compute(`c${index}`, 'monthlyCost: 0.1')),
    );
    expect(costsOf(fleet).after).toBe(1);
    expect(costsOf(fleetOf(compute('a', 'monthlyCost: 0.1'), compute('b', 'monthlyCost: 0.2'))).after).toBe(
      0.3,
    );
  });

  test('goes from what is recorded to what will be', () => {
    const before = fleetOf(compute('a', 'monthlyCost: 10'), compute('b', 'monthlyCost: 20.5'), compute('c'));
    const after = fleetOf(compute('a', 'monthlyCost: 7.25'), compute('c'), compute('d', 'monthlyCost: 1'));
    const { steps, summary } = planOf(after, { recorded: recordedFrom(before) });
    expect(Object.fromEntries(steps.map(({ id, cost }) => [id, cost]))).toEqual({
      'create:Compute/d': 1,
      'update:Compute/a': -2.75,
      'delete:Compute/b': -20.5,
    });
    expect(summary.monthlyCost).toEqual({ before: 30.5, after: 8.25, currency: 'EUR' });
  });

  test('that another currency takes over is saved here', () => {
    const before = compute('a', 'monthlyCost: 10');
    const after = edited(before, ['monthlyCost: 10', 'monthlyCost: 10, currency: USD']);
    const { steps, summary } = planOf(after, { recorded: recordedFrom(before) });
    expect(steps.map(({ cost }) => cost)).toEqual([-10]);
    expect(summary.monthlyCost).toEqual({ before: 10, after: 0, currency: 'EUR' });
  });
});
