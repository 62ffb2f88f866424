import { describe, expect, test } from '@jest/globals';
import type { FleetWords } from '../../../support/fleet.ts';
import { placeWords, reasons, rejections, seats } from '../policy.ts';

const nvme = { matchLabels: { disk: 'nvme' } };
const prod = { matchExpressions: [{ key: 'env', operator: 'In', values: ['prod'] }] };

describe('a compute matches every affinity selector', () => {
  const words: FleetWords = {
    computes: {
      a: { cores: 8, tags: { disk: 'hdd', env: 'prod' } },
      b: { cores: 8, tags: { disk: 'nvme', env: 'staging' } },
      c: { cores: 8, tags: { disk: 'nvme', env: 'prod' } },
    },
    services: { api: { cores: 1, affinity: [nvme, prod] } },
  };

  test('all of them must hold', () => {
    expect(seats(placeWords(words))).toEqual(['api/1@c']);
  });

  test('the first that does not is the reason', () => {
    const { a, b } = words.computes;
    expect(rejections(placeWords({ ...words, computes: { a: a!, b: b! } }))).toEqual({
      a: 'does not match affinity disk=nvme',
      b: 'does not match affinity env in (prod)',
    });
  });

  test('an instance leaves a compute that no longer matches', () => {
    expect(reasons(placeWords(words, 'api/1@a'))).toEqual({
      'api/1': 'moved from a: it no longer matches affinity disk=nvme',
    });
  });
});
