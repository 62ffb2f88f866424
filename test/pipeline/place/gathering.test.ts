import { describe, expect, test } from '@jest/globals';
import { Gathering } from '../../../src/pipeline/place/gathering.ts';
import type { ServiceWords } from '../../support/fleet.ts';
import type { NamedBoard } from './board-of.ts';
import { boardOf } from './board-of.ts';

const SEATS = { first: 'a', plain: 'b', wide: 'b', last: 'c' };

/** Three on a has free what a newcomer of four lacks one of; c has that one, but what is on a may not be on c. */
function threeComputes(last: ServiceWords = {}): NamedBoard {
  const computes = {
    a: { cores: 9, tags: { disk: 'nvme' } },
    b: { cores: 11, tags: { disk: 'nvme' } },
    c: { cores: 6, tags: { disk: 'ssd' } },
  };
  const services = {
    first: { cores: 6, affinity: [{ matchLabels: { disk: 'nvme' } }] },
    plain: { cores: 5 },
    wide: { cores: 6 },
    last: { cores: 5, ...last },
    newcomer: { cores: 4 },
  };
  return boardOf({ computes, services }, SEATS);
}

describe('gathering room', () => {
  test('passes a shortage on from compute to compute until one has as much to spare', () => {
    const { board, seats } = threeComputes();
    expect(new Gathering(board).run()).toBe(1);
    expect(seats()).toEqual({ first: 'b', plain: 'a', wide: 'c', last: 'b', newcomer: 'a' });
  });

  test('moves nobody against the rules', () => {
    const { board, seats } = threeComputes({ affinity: [{ matchLabels: { disk: 'ssd' } }] });
    expect(new Gathering(board).run()).toBe(0);
    expect(seats()).toMatchObject({ wide: 'b', last: 'c' });
  });

  test('puts together what is free in several places', () => {
    const computes = { a: { cores: 6 }, b: { cores: 5 }, c: { cores: 5 } };
    const services = {
      a1: { cores: 2 },
      a2: { cores: 2 },
      b1: { cores: 1 },
      b2: { cores: 3 },
      c1: { cores: 1 },
      c2: { cores: 3 },
      newcomer: { cores: 4 },
    };
    const { board, seats } = boardOf(
      { computes, services },
      { a1: 'a', a2: 'a', b1: 'b', b2: 'b', c1: 'c', c2: 'c' },
    );
    expect(new Gathering(board).run()).toBe(1);
    expect(Object.keys(seats())).toHaveLength(7);
    expect([...board.free].filter((amount) => amount < 0)).toEqual([]);
  });
});
