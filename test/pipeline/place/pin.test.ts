import { describe, expect, test } from '@jest/globals';
import { placeWords, reasons, rejections, seats } from './policy.ts';

const computes = {
  a: { cores: 8, memory: 8192 },
  b: { cores: 8, memory: 8192 },
  c: { cores: 8, memory: 8192 },
};

describe('an Assignment pins instances to a compute', () => {
  test('its reason is quoted, and the others are placed by the plan', () => {
    const outcome = placeWords({
      computes,
      services: { db: { cores: 2, replicas: 2 } },
      pins: [{ service: 'db', compute: 'c', reason: 'licence is bound to this machine' }],
    });
    expect(outcome.placements[0]).toMatchObject({ instance: 1, compute: 'c', pinned: true });
    expect(reasons(outcome)['db/1']).toBe('pinned: licence is bound to this machine');
    expect(outcome.placements[1]?.pinned).toBe(false);
  });

  test('without a reason, the Assignment is named', () => {
    const outcome = placeWords({
      computes,
      services: { db: { cores: 2 } },
      pins: [{ service: 'db', compute: 'c' }],
    });
    expect(reasons(outcome)).toEqual({ 'db/1': 'pinned: by Assignment db-on-c' });
  });

  test('an instance recorded on that compute is used for the pin', () => {
    const outcome = placeWords(
      { computes, services: { db: { cores: 2, replicas: 2 } }, pins: [{ service: 'db', compute: 'c' }] },
      'db/1@a',
      'db/2@c',
    );
    expect(seats(outcome)).toEqual(['db/1@a', 'db/2@c']);
    expect(outcome.placements.map(({ kept, pinned }) => ({ kept, pinned }))).toEqual([
      { kept: true, pinned: false },
      { kept: true, pinned: true },
    ]);
  });

  test('a new pin moves the instance with the highest number', () => {
    const outcome = placeWords(
      {
        computes,
        services: { db: { cores: 2, replicas: 2 } },
        pins: [{ service: 'db', compute: 'c', reason: 'close to the tape' }],
      },
      'db/1@a',
      'db/2@a',
    );
    expect(seats(outcome)).toEqual(['db/1@a', 'db/2@c']);
    expect(reasons(outcome)['db/2']).toBe('pinned: close to the tape (moved from a)');
  });

  test('others give way to it', () => {
    const outcome = placeWords(
      {
        computes,
        services: { api: { cores: 8, priority: 9 }, db: { cores: 8 } },
        pins: [{ service: 'db', compute: 'a' }],
      },
      'api/1@a',
    );
    expect(seats(outcome)).toEqual(['api/1@b', 'db/1@a']);
    expect(reasons(outcome)['api/1']).toBe('moved from a: cores short by 8');
  });

  test('where a rule forbids it, the instance has no place and every compute says why', () => {
    const outcome = placeWords({
      computes: { ...computes, c: { cores: 8, state: 'maintenance' } },
      services: { db: { cores: 2 } },
      pins: [{ service: 'db', compute: 'c' }],
    });
    expect(rejections(outcome)).toEqual({ a: 'pinned to c', b: 'pinned to c', c: 'in maintenance' });
  });

  test('a compute that does not exist takes nobody', () => {
    const outcome = placeWords({
      computes,
      services: { db: {} },
      pins: [{ service: 'db', compute: 'gone' }],
    });
    expect(rejections(outcome)).toEqual({ a: 'pinned to gone', b: 'pinned to gone', c: 'pinned to gone' });
  });

  test('no more are pinned than there are replicas', () => {
    const outcome = placeWords({
      computes,
      services: { db: { cores: 1, replicas: 2 } },
      pins: [
        { service: 'db', compute: 'b', quantity: 5 },
        { service: 'db', compute: 'a' },
      ],
    });
    expect(seats(outcome)).toEqual(['db/1@a', 'db/2@b']);
  });

  test('where what is allocated does not fit, the plan grants what it can and says so', () => {
    const outcome = placeWords({
      computes: { a: { cores: 4 } },
      services: { db: { cores: 2, max: { cores: 8 } } },
      pins: [{ service: 'db', compute: 'a', allocated: { cores: 6 }, reason: 'tape' }],
    });
    expect(outcome.placements[0]).toMatchObject({
      granted: { cores: 2.5 },
      reason: 'pinned: tape (what is allocated does not fit)',
    });
  });

  test('what is allocated is granted, and kept free for it', () => {
    const outcome = placeWords({
      computes: { a: { cores: 8, memory: 8192 } },
      services: { db: { cores: 2, memory: 1024, max: { cores: 8, memory: 4096 } }, job: { cores: 3 } },
      pins: [{ service: 'db', compute: 'a', allocated: { cores: 6 } }],
    });
    expect(outcome.placements[0]?.granted).toMatchObject({ cores: 6, memory: 4096 });
    expect(rejections(outcome)).toEqual({ a: 'cores short by 1' });
  });
});
