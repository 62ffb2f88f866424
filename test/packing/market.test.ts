import { describe, expect, test } from '@jest/globals';
import { firstFit } from '../../src/packing/first-fit.ts';
import { marketOf } from '../../src/packing/market.ts';
import { randomFrom } from '../../src/packing/random.ts';
import { handOut } from '../../src/packing/hand-out.ts';
import { faultsOf } from './support.ts';

const small = { capacity: [4, 8], price: 5 };
const large = { capacity: [16, 64], price: 30 };

describe('classes', () => {
  test('merge demands that nothing tells apart', () => {
    const demand = { need: [1, 2], replicas: 2, offers: [0, 1] };
    const market = marketOf({
      demands: [demand, demand, { ...demand, spreadMax: 1 }],
      offers: [small, large],
      limits: [],
    });
    expect(market.members).toEqual([[0, 1], [2]]);
    expect([...market.replicas]).toEqual([4, 2]);
    expect([...market.most]).toEqual([4, 1]);
  });

  test('take a spreadMax that cannot bind for none', () => {
    const demand = { need: [1, 2], replicas: 2, offers: [0] };
    const market = marketOf({ demands: [demand, { ...demand, spreadMax: 2 }], offers: [small], limits: [] });
    expect(market.members).toEqual([[0, 1]]);
  });

  test('keep apart who avoids somebody, on both sides', () => {
    const demand = { need: [1, 2], replicas: 1, offers: [0] };
    const market = marketOf({
      demands: [{ ...demand, avoids: [1] }, demand, demand],
      offers: [small],
      limits: [],
    });
    expect(market.avoids).toEqual([[1], [0], []]);
  });

  test('fit only offers that are allowed and large enough, with their buffer', () => {
    const demands = [
      { need: [4, 8], replicas: 1, offers: [0] },
      { need: [4, 8], buffer: [0, 1], replicas: 1, offers: [0, 1] },
    ];
    expect([...marketOf({ demands, offers: [small, large], limits: [] }).fits]).toEqual([1, 0, 0, 1]);
  });

  test('are handed back so that every spreadMax holds', () => {
    const demand = { need: [1, 1], replicas: 2, spreadMax: 1, offers: [0] };
    const purchase = { demands: [demand, demand], offers: [{ capacity: [2, 2], price: 1 }], limits: [] };
    const market = marketOf(purchase);
    const loads = handOut(market, purchase, firstFit(market).bins);
    expect(loads.map((load) => [...load].sort())).toEqual([
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0, 1],
        [1, 1],
      ],
    ]);
  });
});

describe('first fit', () => {
  test('opens the offer that holds the most of the queue', () => {
    const demands = [{ need: [2, 4], replicas: 9, offers: [0, 1] }];
    const packing = firstFit(marketOf({ demands, offers: [small, large], limits: [] }));
    expect(packing.bins.map(({ offer }) => offer)).toEqual([1, 0]);
    expect(packing).toMatchObject({ cost: 35, leftCount: 0 });
  });

  test('keeps every rule and leaves over what limits forbid', () => {
    const demands = [{ need: [2, 4], replicas: 9, spreadMax: 1, offers: [0] }];
    const market = marketOf({ demands, offers: [small], limits: [{ uses: [1], most: 4 }] });
    const packing = firstFit(market);
    expect(faultsOf(market, packing)).toEqual([]);
    expect(packing).toMatchObject({ cost: 20, leftCount: 5 });
  });
});

test('random numbers are the same for the same seed', () => {
  const [a, b, c] = [randomFrom(7), randomFrom(7), randomFrom(8)];
  const first = [a(), a(), a()];
  expect([b(), b(), b()]).toEqual(first);
  expect([c(), c(), c()]).not.toEqual(first);
  expect(first.every((number) => number >= 0 && number < 1)).toBe(true);
});
