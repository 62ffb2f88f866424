import { describe, expect, test } from '@jest/globals';
import { placeWords, reasons, rejections, seats } from './policy.ts';

const nvme = [{ matchLabels: { disk: 'nvme' } }];

describe('others move only to make room for what fits nowhere', () => {
  test('one moves, and says for whom', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 4, tags: { disk: 'nvme' } }, b: { cores: 4 } },
        services: { db: { cores: 3, affinity: nvme }, job: { cores: 2 } },
      },
      'job/1@a',
    );
    expect(seats(outcome)).toEqual(['db/1@a', 'job/1@b']);
    expect(reasons(outcome)['job/1']).toBe('moved from a to make room for db');
  });

  test('two move where one is not enough', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 4, tags: { disk: 'nvme' } }, b: { cores: 4 } },
        services: { db: { cores: 4, affinity: nvme }, job: { cores: 2 }, task: { cores: 2 } },
      },
      'job/1@a',
      'task/1@a',
    );
    expect(seats(outcome)).toEqual(['db/1@a', 'job/1@b', 'task/1@b']);
  });

  test('where one move does, no two are made', () => {
    const outcome = placeWords(
      {
        computes: {
          a: { cores: 4, tags: { disk: 'nvme' } },
          b: { cores: 4, tags: { disk: 'nvme' } },
          c: { cores: 4 },
        },
        services: {
          db: { cores: 3, affinity: nvme },
          job: { cores: 4 },
          one: { cores: 2 },
          two: { cores: 2 },
        },
      },
      'one/1@a',
      'two/1@a',
      'job/1@b',
    );
    expect(seats(outcome)).toEqual(['db/1@b', 'job/1@c', 'one/1@a', 'two/1@a']);
  });

  test('a pinned instance stays', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 4, tags: { disk: 'nvme' } }, b: { cores: 4 } },
        services: { db: { cores: 3, affinity: nvme }, job: { cores: 2 } },
        pins: [{ service: 'job', compute: 'a' }],
      },
      'job/1@a',
    );
    expect(seats(outcome)).toEqual(['job/1@a']);
    expect(rejections(outcome)).toEqual({ a: 'cores short by 1', b: 'does not match affinity disk=nvme' });
  });

  test('one of higher priority moves too, since it keeps a place', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 4, tags: { disk: 'nvme' } }, b: { cores: 4 } },
        services: { db: { cores: 3, affinity: nvme }, job: { cores: 2, priority: 1 } },
      },
      'job/1@a',
    );
    expect(seats(outcome)).toEqual(['db/1@a', 'job/1@b']);
  });

  test('a service avoided by another makes way too', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 9, tags: { disk: 'nvme' } }, b: { cores: 4 } },
        services: { db: { cores: 3, affinity: nvme, antiAffinityServices: ['job'] }, job: { cores: 2 } },
      },
      'job/1@a',
    );
    expect(seats(outcome)).toEqual(['db/1@a', 'job/1@b']);
  });

  test('a second plan changes nothing', () => {
    const words = {
      computes: { a: { cores: 4, tags: { disk: 'nvme' } }, b: { cores: 4 } },
      services: { db: { cores: 3, affinity: nvme }, job: { cores: 2 } },
    };
    const first = placeWords(words, 'job/1@a');
    const second = placeWords(words, ...seats(first));
    expect(second.placements.every(({ kept }) => kept)).toBe(true);
  });

  test('one that gave its place to another is still one of those that may come back', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 3, memory: 4096, gpu: 1 }, b: { cores: 3, memory: 10240, gpu: 1 } },
        services: {
          app: { cores: 1, replicas: 3, priority: 2 },
          db: { cores: 3, memory: 4096, replicas: 2, priority: 2 },
          job: { memory: 3072, gpu: 1, replicas: 2, priority: 1 },
          large: { cores: 4, memory: 1024, priority: 1 },
          task: { memory: 1024, replicas: 2, priority: 1 },
        },
      },
      'app/2@b',
      'task/2@a',
    );
    expect(outcome.unplaced.map(({ service }) => service).sort()).toEqual(['db', 'large']);
  });
});
