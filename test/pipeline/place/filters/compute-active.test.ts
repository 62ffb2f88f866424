import { describe, expect, test } from '@jest/globals';
import { placeWords, reasons, rejections, seats } from '../policy.ts';

describe('only an active compute receives placements', () => {
  test('one that is inactive or in maintenance says so', () => {
    const outcome = placeWords({
      computes: { a: { cores: 8, state: 'maintenance' }, b: { cores: 8, state: 'inactive' } },
      services: { api: { cores: 1 } },
    });
    expect(rejections(outcome)).toEqual({ a: 'in maintenance', b: 'inactive' });
  });

  test('maintenance drains a compute', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 8, state: 'maintenance' }, b: { cores: 8 } },
        services: { api: { cores: 1 } },
      },
      'api/1@a',
    );
    expect(seats(outcome)).toEqual(['api/1@b']);
    expect(reasons(outcome)).toEqual({ 'api/1': 'moved from a: it is in maintenance' });
  });
});
