import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../../src/model/placement.ts';
import { placeFleet } from '../../src/pipeline/place-fleet.ts';
import { explainService } from '../../src/pipeline/place/explain-service.ts';
import { place } from '../../src/pipeline/place/place.ts';
import type { FleetWords } from '../support/fleet.ts';
import { fleet } from '../support/fleet.ts';
import { costOf, costs, prices, priced } from './consolidate/prices.ts';
import { recorded, words } from './place/any-fleet.ts';
import { breaches } from './place/hard-rules.ts';
import { POLICY, reasons, seats } from './place/policy.ts';
import { recordedAt } from './simulate/simulated.ts';

const CHEAP: PlacementPolicy = { ...POLICY, cheapest: { currency: 'EUR' } };

function cheaply(words: FleetWords, ...before: string[]): PlacementOutcome {
  const placements = before.map((text) => recordedAt(text));
  return placeFleet(fleet(words), placements, CHEAP);
}

describe('what is to be cheap goes', () => {
  test('to a compute in use before one that costs less', () => {
    const computes = { a: { cores: 8, ...costs(50) }, b: { cores: 8, ...costs(10) } };
    const services = { api: { cores: 2 }, job: { cores: 2 } };
    expect(seats(cheaply({ computes, services }, 'api/1@a'))).toEqual(['api/1@a', 'job/1@a']);
  });

  test('to the one that costs least for what it holds, where none is in use', () => {
    const computes = {
      a: { cores: 8, ...costs(50) },
      b: { cores: 4, ...costs(30) },
      c: { cores: 8, ...costs(45) },
    };
    expect(seats(cheaply({ computes, services: { api: { cores: 8 } } }))).toEqual(['api/1@c']);
  });

  test('to one that is free of charge first, and a price in another currency is not known', () => {
    const computes = { a: { cores: 8, ...costs(5) }, b: { cores: 8, ...costs(90, 'USD') } };
    expect(seats(cheaply({ computes, services: { api: { cores: 2 } } }))).toEqual(['api/1@b']);
  });

  test('where it is used best, of those that cost the same', () => {
    const computes = { a: { cores: 16, ...costs(20) }, b: { cores: 8, ...costs(10) } };
    expect(seats(cheaply({ computes, services: { api: { cores: 5 } } }))).toEqual(['api/1@b']);
  });

  test('by default where it is used best, whatever the price', () => {
    const computes = { a: { cores: 8, ...costs(500) }, b: { cores: 80, ...costs(1) } };
    const graph = fleet({ computes, services: { api: { cores: 5 } } });
    expect(seats(placeFleet(graph, [], POLICY))).toEqual(['api/1@a']);
  });
});

describe('what is new', () => {
  const computes = {
    large: { cores: 16, ...costs(60) },
    s1: { cores: 4, ...costs(20) },
    s2: { cores: 4, ...costs(20) },
  };
  const services = { api: { cores: 4, replicas: 2 } };

  test('is put together so that it is cheap in all, and says so', () => {
    const outcome = cheaply({ computes, services });
    expect(seats(outcome)).toEqual(['api/1@s1', 'api/2@s2']);
    expect(reasons(outcome)).toEqual({
      'api/1': 'cheapest together with what else is new',
      'api/2': 'cheapest together with what else is new',
    });
    expect(outcome.placements.map(({ kept }) => kept)).toEqual([false, false]);
  });

  test('stays where it came, though something cheaper is there later', () => {
    const later = { ...computes, s3: { cores: 16, ...costs(1) } };
    expect(seats(cheaply({ computes: later, services }, 'api/1@large', 'api/2@large'))).toEqual([
      'api/1@large',
      'api/2@large',
    ]);
  });

  test('comes together with what a compute in maintenance gives up', () => {
    const outcome = cheaply(
      { computes: { ...computes, old: { cores: 8, state: 'maintenance', ...costs(9) } }, services },
      'api/1@old',
    );
    expect(seats(outcome)).toEqual(['api/1@s1', 'api/2@s2']);
    expect(reasons(outcome)['api/1']).toBe('moved from old: it is in maintenance');
  });
});

test('a candidate shows that it is in use, and what its price is worth', () => {
  const computes = { a: { cores: 8, ...costs(50) }, b: { cores: 8, ...costs(10) }, c: { cores: 8 } };
  const graph = fleet({ computes, services: { api: { cores: 2 }, job: { cores: 2 } } });
  const explained = explainService(graph, [recordedAt('job/1@a')], CHEAP, 'api');
  expect(explained?.candidates.map(({ compute, terms }) => [compute, terms.slice(0, 2)])).toEqual([
    [
      'a',
      [
        { name: 'inUse', value: 1 },
        { name: 'price', value: 1 },
      ],
    ],
    [
      'c',
      [
        { name: 'inUse', value: 0 },
        { name: 'price', value: 1 },
      ],
    ],
    [
      'b',
      [
        { name: 'inUse', value: 0 },
        { name: 'price', value: 0.99 },
      ],
    ],
  ]);
  const scores = explained?.candidates.map(({ score }) => score) ?? [];
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

describe('whatever the fleet', () => {
  test('cheap placement breaks no rule, moves no more, costs no more, and is stable', () => {
    fc.assert(
      fc.property(words, recorded, prices, (drawn, before, monthly) => {
        const fleetWords = priced(drawn, monthly);
        const graph = fleet(fleetWords);
        const one = place(graph, before, CHEAP);
        const outcome = placeFleet(graph, before, CHEAP);
        expect(breaches(fleetWords, outcome, before)).toEqual([]);
        expect(outcome.unplaced.length).toBe(one.unplaced.length);
        expect(costOf(fleetWords, outcome.placements)).toBeLessThanOrEqual(
          costOf(fleetWords, one.placements),
        );
        expect(keptIn(outcome)).toEqual(expect.arrayContaining(keptIn(one)));
        const again = placeFleet(graph, outcome.placements, CHEAP);
        expect(seats(again)).toEqual(seats(outcome));
      }),
      { numRuns: 12 },
    );
  });
});

function keptIn({ placements }: PlacementOutcome): string[] {
  return placements.filter(({ kept }) => kept).map(nameOf);
}

function nameOf({ service, instance, compute }: Placement): string {
  return `${service}/${instance}@${compute}`;
}
