import { describe, expect, test } from '@jest/globals';
import { standIn } from '../../../src/pipeline/place/stand-in.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { boardOf } from './board-of.ts';

const CORES = 0;

/** Says which compute each who changes goes to, in words. */
function changes(words: FleetWords, seats: Record<string, string>): Record<string, string> {
  const { board } = boardOf(words, seats);
  const names = Object.keys(words.computes).sort();
  const moves = standIn(board, CORES, { left: 1000 }) ?? new Map<number, number>();
  const named = [...moves].map(([member, host]): [string, string] => {
    return [board.members[member]?.workload.name ?? 'nobody', names[host] ?? 'nowhere'];
  });
  return Object.fromEntries(named);
}

describe('who waits stands in', () => {
  const computes = { a: { cores: 4, memory: 4096 }, b: { cores: 3, memory: 8192 } };

  test('for whoever needs more', () => {
    const services = { large: { cores: 4 }, small: { cores: 3 } };
    expect(changes({ computes, services }, { large: 'a' })).toEqual({ large: 'nowhere', small: 'a' });
  });

  test('by way of another who takes the place instead', () => {
    const services = {
      large: { cores: 4, memory: 1024 },
      between: { cores: 3, memory: 4096 },
      hungry: { cores: 3, memory: 8192 },
    };
    const moved = changes({ computes, services }, { large: 'a', between: 'b' });
    expect(moved).toEqual({ large: 'nowhere', between: 'a', hungry: 'b' });
  });

  test('but not for whoever is more urgent, or needs no more', () => {
    const urgent = { large: { cores: 4, priority: 1 }, small: { cores: 3 } };
    expect(changes({ computes, services: urgent }, { large: 'a' })).toEqual({});
    const alike = { one: { cores: 4 }, other: { cores: 4 } };
    expect(changes({ computes, services: alike }, { one: 'a' })).toEqual({});
  });
});
