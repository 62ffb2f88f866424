import { describe, expect, test } from '@jest/globals';
import type { Selector } from '../../../../src/model/spec/definitions.ts';
import { placeWords, reasons, rejections } from '../policy.ts';

const antiAffinity: Selector[] = [
  { matchLabels: { env: 'staging' } },
  { matchLabels: { 'stowage/name': 'b' } },
];

describe('a compute matches no anti-affinity selector', () => {
  test('one match is enough to keep the service away', () => {
    const outcome = placeWords({
      computes: { a: { cores: 8, tags: { env: 'staging' } }, b: { cores: 8 } },
      services: { api: { cores: 1, antiAffinity } },
    });
    expect(rejections(outcome)).toEqual({
      a: 'matches anti-affinity env=staging',
      b: 'matches anti-affinity stowage/name=b',
    });
  });

  test('an instance leaves a compute that has come to match', () => {
    const outcome = placeWords(
      { computes: { b: { cores: 8 }, c: { cores: 8 } }, services: { api: { cores: 1, antiAffinity } } },
      'api/1@b',
    );
    expect(reasons(outcome)).toEqual({ 'api/1': 'moved from b: it matches anti-affinity stowage/name=b' });
  });
});
