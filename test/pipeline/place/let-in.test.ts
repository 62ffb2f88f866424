import { describe, expect, test } from '@jest/globals';
import { place } from '../../../src/pipeline/place/place.ts';
import { fleet } from '../../support/fleet.ts';
import { placeWords, POLICY, seats } from './policy.ts';

describe('where not everybody has room', () => {
  test('many modest ones come before one that asks for much', () => {
    const outcome = placeWords({
      computes: { a: { cores: 4 } },
      services: { large: { cores: 4 }, small: { cores: 1, replicas: 4 } },
    });
    expect(seats(outcome)).toEqual(['small/1@a', 'small/2@a', 'small/3@a', 'small/4@a']);
  });

  test('even when only the quick effort is made', () => {
    const graph = fleet({
      computes: { a: { cores: 4 } },
      services: { large: { cores: 4 }, small: { cores: 1, replicas: 4 } },
    });
    expect(place(graph, [], POLICY, { effort: 'quick' }).placements.length).toBe(4);
  });

  test('but not before one of higher priority', () => {
    const outcome = placeWords({
      computes: { a: { cores: 4 } },
      services: { large: { cores: 4, priority: 1 }, small: { cores: 1, replicas: 4 } },
    });
    expect(seats(outcome)).toEqual(['large/1@a']);
  });

  test('and nobody who was there leaves for them', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 4 } },
        services: { large: { cores: 4 }, small: { cores: 1, replicas: 4 } },
      },
      'large/1@a',
    );
    expect(seats(outcome)).toEqual(['large/1@a']);
  });
});
