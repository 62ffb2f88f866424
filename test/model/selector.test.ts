import { describe, expect, test } from '@jest/globals';
import { describeSelector, labelsOf, selectorKeys, selects } from '../../src/model/selector.ts';
import type { Selector } from '../../src/model/spec/definitions.ts';
import type { ComputeSpec } from '../../src/model/spec/compute.ts';

const SPEC: ComputeSpec = {
  type: 'baremetal',
  provider: 'hetzner',
  region: 'fsn1',
  state: 'active',
  tags: { env: 'prod', disk: 'nvme', empty: '' },
};
const LABELS = labelsOf('fsn1-db-01', SPEC);

const asks = (key: string, operator: string, ...values: string[]): Selector => ({
  matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) }],
});

describe('a selector', () => {
  test.each<[string, Selector, boolean]>([
    ['env=prod', { matchLabels: { env: 'prod' } }, true],
    ['env=staging', { matchLabels: { env: 'staging' } }, false],
    ['a key that no tag has', { matchLabels: { gpu: 'yes' } }, false],
    ['an empty value that is there', { matchLabels: { empty: '' } }, true],
    ['an empty value that is not there', { matchLabels: { gpu: '' } }, false],
    ['two labels of which both hold', { matchLabels: { env: 'prod', disk: 'nvme' } }, true],
    ['two labels of which one holds', { matchLabels: { env: 'prod', disk: 'ssd' } }, false],
    ['In with the value', asks('disk', 'In', 'ssd', 'nvme'), true],
    ['In without the value', asks('disk', 'In', 'ssd', 'hdd'), false],
    ['In with an absent key', asks('gpu', 'In', 'yes'), false],
    ['NotIn with the value', asks('disk', 'NotIn', 'nvme'), false],
    ['NotIn without the value', asks('disk', 'NotIn', 'ssd'), true],
    ['NotIn with an absent key', asks('gpu', 'NotIn', 'yes'), true],
    ['Exists with a key that is there', asks('disk', 'Exists'), true],
    ['Exists with an empty value', asks('empty', 'Exists'), true],
    ['Exists with an absent key', asks('gpu', 'Exists'), false],
    ['DoesNotExist with a key that is there', asks('disk', 'DoesNotExist'), false],
    ['DoesNotExist with an absent key', asks('gpu', 'DoesNotExist'), true],
    ['an operator that does not exist', asks('disk', 'in', 'nvme'), false],
    ['the built-in type', { matchLabels: { 'stowage/type': 'baremetal' } }, true],
    ['the built-in provider', { matchLabels: { 'stowage/provider': 'hetzner' } }, true],
    ['the built-in region', asks('stowage/region', 'NotIn', 'hel1'), true],
    ['the built-in name', asks('stowage/name', 'In', 'fsn1-db-01'), true],
    ['another name', { matchLabels: { 'stowage/name': 'fsn1-db-02' } }, false],
    [
      'labels and expressions of which one fails',
      { matchLabels: { env: 'prod' }, matchExpressions: [{ key: 'gpu', operator: 'Exists' }] },
      false,
    ],
    [
      'labels and expressions that all hold',
      {
        matchLabels: { env: 'prod' },
        matchExpressions: [
          { key: 'disk', operator: 'Exists' },
          { key: 'stowage/region', operator: 'In', values: ['fsn1'] },
        ],
      },
      true,
    ],
  ])('%s', (_what, selector, matches) => {
    expect(selects(selector, LABELS)).toBe(matches);
  });

  test('takes a built-in key from the machine, whatever its tags claim', () => {
    const lying = labelsOf('web-01', {
      ...SPEC,
      tags: { 'stowage/region': 'hel1', 'stowage/name': 'db-01' },
    });
    expect(lying.get('stowage/region')).toBe('fsn1');
    expect(lying.get('stowage/name')).toBe('web-01');
  });

  test('finds only built-in keys on a machine without tags', () => {
    const { tags, ...untagged } = SPEC;
    expect(tags).toBeDefined();
    expect([...labelsOf('web-01', untagged).keys()].sort()).toEqual([
      'stowage/name',
      'stowage/provider',
      'stowage/region',
      'stowage/type',
    ]);
  });
});

describe('a selector in words', () => {
  test.each<[Selector, string]>([
    [{ matchLabels: { env: 'prod', tier: 'db' } }, 'env=prod, tier=db'],
    [asks('disk', 'In', 'nvme', 'ssd'), 'disk in (nvme, ssd)'],
    [asks('disk', 'NotIn', 'hdd'), 'disk not in (hdd)'],
    [asks('gpu', 'Exists'), 'has gpu'],
    [asks('gpu', 'DoesNotExist'), 'has no gpu'],
    [
      { matchLabels: { env: 'prod' }, matchExpressions: [{ key: 'gpu', operator: 'DoesNotExist' }] },
      'env=prod, has no gpu',
    ],
  ])('%j reads "%s"', (selector, words) => {
    expect(describeSelector(selector)).toBe(words);
  });

  test('names the keys it asks about', () => {
    const selector = { matchLabels: { env: 'prod' }, matchExpressions: [{ key: 'gpu', operator: 'Exists' }] };
    expect(selectorKeys(selector)).toEqual(['env', 'gpu']);
    expect(selectorKeys({})).toEqual([]);
  });
});
