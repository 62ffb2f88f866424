import { describe, expect, test } from '@jest/globals';
import { Classes } from '../../../src/pipeline/place/classes.ts';

const small = { cores: 1, memory: 512 };

describe('services are of one class', () => {
  test('when they need the same and may run on the same computes', () => {
    const classes = new Classes();
    expect(classes.of(3, small, undefined)).toBe(classes.of(3, { memory: 512, cores: 1, gpu: 0 }, {}));
  });

  test.each([
    ['may run elsewhere', 4, small, undefined],
    ['need more', 3, { cores: 2, memory: 512 }, undefined],
    ['need something else', 3, { cores: 1, nvme: 512 }, undefined],
    ['keep a buffer', 3, small, { cores: 0.5 }],
  ])('and not when they %s', (_, eligibility, min, buffer) => {
    const classes = new Classes();
    const ids = [classes.of(3, small, undefined).id, classes.of(eligibility, min, buffer).id];
    expect(ids).toEqual([0, 1]);
  });

  test('with the resources that min or buffer ask for', () => {
    const { asked, buffered } = new Classes().of(0, { cores: 1 }, { memory: 64 });
    expect([asked, buffered]).toEqual([[0, 1], true]);
    expect(new Classes().of(0, { cores: 1 }, undefined)).toMatchObject({ asked: [0], buffered: false });
  });
});

describe('equal amounts are one array', () => {
  test('across classes', () => {
    const classes = new Classes();
    expect(classes.of(1, small, undefined).min).toBe(classes.of(2, small, { cores: 1 }).min);
  });

  test('and so is a max that asks for no more than min', () => {
    const classes = new Classes();
    const { min } = classes.of(1, small, undefined);
    expect(classes.atLeast(min, {})).toBe(min);
    expect(classes.atLeast(min, { cores: 0.5 })).toBe(min);
    expect([...classes.atLeast(min, { cores: 2 })]).toEqual([2000, 512_000, 0, 0, 0]);
  });
});
