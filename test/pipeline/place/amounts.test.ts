import { describe, expect, test } from '@jest/globals';
import { describeAmount, needed, offered } from '../../../src/pipeline/place/amounts.ts';

describe('amounts', () => {
  test('are whole thousandths, in favour of the compute', () => {
    expect([...needed({ cores: 0.1 + 0.2, memory: 0.00051 })]).toEqual([300, 1, 0, 0, 0]);
    expect([...offered({ cores: 0.3, memory: 0.99999, nvme: -5 })]).toEqual([300, 999, 0, 0, 0]);
  });

  test.each([
    ['memory', 1536, '1.5 GB'],
    ['memory', 1600, '1600 MB'],
    ['vram', 512, '512 MB'],
    ['nvme', 1200, '1200 GB'],
    ['cores', 0.5, '0.5'],
    ['gpu', 2, '2'],
  ] as const)('%s %d reads %s', (resource, amount, text) => {
    expect(describeAmount(resource, amount * 1000)).toBe(text);
  });
});
