import { describe, expect, test } from '@jest/globals';
import type { Resources } from '../../../src/model/spec/definitions.ts';
import type { FleetWords, ServiceWords } from '../../support/fleet.ts';
import { placeWords } from './policy.ts';

function grants(host: Resources, services: FleetWords['services'], pins: FleetWords['pins'] = []) {
  const { placements } = placeWords({ computes: { host }, services, pins });
  return Object.fromEntries(placements.map(({ service, granted }) => [service, granted]));
}

const upTo = (cores: number, max: number, more: ServiceWords = {}): ServiceWords => ({
  cores,
  max: { cores: max },
  ...more,
});

describe('every instance is granted its min, and more where there is room under the ceiling', () => {
  test('its max, where that fits', () => {
    expect(grants({ cores: 10 }, { api: upTo(1, 4.25) }).api?.cores).toBe(4.25);
  });

  test('else as much as the ceiling leaves', () => {
    expect(grants({ cores: 10 }, { api: upTo(1, 9) }).api?.cores).toBe(7);
  });

  test('never less than min, even above the ceiling', () => {
    expect(grants({ cores: 10 }, { api: upTo(9, 10) }).api?.cores).toBe(9);
  });

  test('without a max, exactly min', () => {
    expect(grants({ cores: 10 }, { api: { cores: 1.3 } }).api?.cores).toBe(1.3);
  });

  test('high priority first', () => {
    const granted = grants({ cores: 10 }, { a: upTo(1, 5), b: upTo(1, 5, { priority: 1 }) });
    expect([granted.a?.cores, granted.b?.cores]).toEqual([2, 5]);
  });

  test('equals alike, and what one does not want goes to the others', () => {
    const granted = grants({ cores: 20 }, { a: upTo(1, 2), b: upTo(1, 20), c: upTo(1, 20) });
    expect([granted.a?.cores, granted.b?.cores, granted.c?.cores]).toEqual([2, 6, 6]);
  });

  test('in whole steps of each resource', () => {
    const max = { cores: 99, memory: 99_999, vram: 99_999, nvme: 999, gpu: 9 };
    const min = { cores: 0.7, memory: 100, vram: 0, nvme: 0, gpu: 0 };
    const host = { cores: 5, memory: 5120, vram: 8192, nvme: 99, gpu: 2 };
    expect(grants(host, { api: { ...min, max } }).api).toEqual({
      cores: 3.5,
      memory: 3584,
      vram: 5632,
      nvme: 69,
      gpu: 1,
    });
  });

  test('equal ones as one amount, whoever they are for', () => {
    const words = {
      computes: { a: { cores: 10 }, b: { cores: 10 } },
      services: { api: upTo(4, 9, { replicas: 2 }) },
    };
    const [one, other] = placeWords(words).placements;
    expect([one?.compute, other?.compute, one?.granted.cores]).toEqual(['a', 'b', 7]);
    expect(other?.granted).toBe(one?.granted);
  });

  test('leaving every buffer free', () => {
    expect(grants({ cores: 10 }, { api: upTo(1, 9, { buffer: { cores: 5 } }) }).api?.cores).toBe(5);
  });

  test('and shrinking back when someone else needs the room', () => {
    const api = upTo(1, 9);
    expect(grants({ cores: 10 }, { api, job: { cores: 5 } }).api?.cores).toBe(2);
  });
});
