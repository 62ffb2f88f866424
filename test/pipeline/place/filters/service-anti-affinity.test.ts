import { describe, expect, test } from '@jest/globals';
import { placeWords, rejections, seats } from '../policy.ts';

describe('services that avoid each other share no compute', () => {
  const computes = { a: { cores: 8 }, b: { cores: 8 } };

  test.each([
    ['the first names the second', ['redis'], undefined],
    ['the second names the first', undefined, ['billing']],
    ['both do', ['redis'], ['billing']],
  ])('when %s', (_, ofBilling, ofRedis) => {
    const outcome = placeWords({
      computes,
      services: {
        billing: { cores: 1, antiAffinityServices: ofBilling },
        redis: { cores: 1, antiAffinityServices: ofRedis },
      },
    });
    expect(seats(outcome)).toEqual(['billing/1@a', 'redis/1@b']);
  });

  test('whoever finds no place is told whom it would meet, and who said so', () => {
    const services = {
      billing: { cores: 1, antiAffinityServices: ['redis'] },
      redis: { cores: 1, priority: 1 },
    };
    const one = { a: { cores: 8 } };
    expect(rejections(placeWords({ computes: one, services }))).toEqual({
      a: 'shares with redis, which it avoids',
    });
    const late = { ...services, redis: { cores: 1, priority: -1 } };
    expect(rejections(placeWords({ computes: one, services: late }))).toEqual({
      a: 'shares with billing, which avoids it',
    });
  });

  test('a service with no instances is in nobody’s way', () => {
    const services = {
      billing: { cores: 1, antiAffinityServices: ['redis'] },
      redis: { cores: 1, state: 'inactive' as const },
    };
    expect(placeWords({ computes: { a: { cores: 8 } }, services }).unplaced).toEqual([]);
  });
});
