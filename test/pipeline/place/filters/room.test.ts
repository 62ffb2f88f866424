import { describe, expect, test } from '@jest/globals';
import { placeWords, rejections, seats } from '../policy.ts';

describe('min fits in every resource, and buffers stay free', () => {
  test('an exact fit is a fit, whatever binary fractions say', () => {
    const services = { a: { cores: 0.1 }, b: { cores: 0.2 }, c: { cores: 0.7 } };
    expect(seats(placeWords({ computes: { host: { cores: 1 } }, services }))).toHaveLength(3);
  });

  test('what falls short is named with its amount', () => {
    const api = { cores: 1, memory: 4096, nvme: 10, gpu: 1 };
    const whole = { cores: 8, memory: 8192, nvme: 100, gpu: 1 };
    const outcome = placeWords({
      computes: {
        a: { ...whole, memory: 2560 },
        b: { ...whole, gpu: 0 },
        c: { ...whole, nvme: 4 },
        d: { ...whole, cores: 0.5 },
        e: { ...whole, memory: 3072, reserved: { memory: 100 } },
      },
      services: { api },
    });
    expect(rejections(outcome)).toEqual({
      a: 'memory short by 1.5 GB',
      b: 'gpu short by 1',
      c: 'nvme short by 6 GB',
      d: 'cores short by 0.5',
      e: 'memory short by 1124 MB',
    });
  });

  test('what a compute keeps reserved is not there', () => {
    const computes = { host: { cores: 4, reserved: { cores: 1 } } };
    expect(rejections(placeWords({ computes, services: { api: { cores: 4 } } }))).toEqual({
      host: 'cores short by 1',
    });
  });

  test('the buffer must be free beside the min', () => {
    const computes = { host: { cores: 4 } };
    const services = { api: { cores: 3, buffer: { cores: 2 } } };
    expect(rejections(placeWords({ computes, services }))).toEqual({ host: 'cores short by 1' });
  });

  test('who comes later leaves the buffers of the others free', () => {
    const computes = { host: { cores: 4 } };
    const services = { api: { cores: 2, buffer: { cores: 1 }, priority: 1 }, job: { cores: 2 } };
    const outcome = placeWords({ computes, services });
    expect(seats(outcome)).toEqual(['api/1@host']);
    expect(rejections(outcome)).toEqual({ host: 'cores short by 1' });
  });
});
