import { describe, expect, test } from '@jest/globals';
import { describeFigure, describeResources } from '../../src/model/describe-resources.ts';

describe('an amount of resources in words', () => {
  test.each([
    [{}, 'no resources'],
    [{ cores: 0, memory: 0 }, 'no resources'],
    [{ cores: 1 }, '1 core'],
    [{ cores: 0.5 }, '0.5 cores'],
    [{ cores: 0.1 + 0.2 }, '0.3 cores'],
    [{ gpu: 1 }, '1 GPU'],
    [{ gpu: 2 }, '2 GPUs'],
    [{ memory: 512 }, '512 MB'],
    [{ memory: 1000 }, '1000 MB'],
    [{ memory: 1024 }, '1 GB'],
    [{ memory: 1536 }, '1.5 GB'],
    [{ memory: 1280 }, '1.25 GB'],
    [{ memory: 1100 }, '1100 MB'],
    [{ memory: 1024 * 1024 }, '1 TB'],
    [{ memory: 1024 * 1536 }, '1.5 TB'],
    [{ memory: 1024 * 1025 }, '1025 GB'],
    [{ vram: 24576 }, '24 GB vram'],
    [{ nvme: 999 }, '999 GB nvme'],
    [{ nvme: 1000 }, '1 TB nvme'],
    [{ nvme: 1920 }, '1.92 TB nvme'],
    [{ nvme: 1925 }, '1925 GB nvme'],
    [{ nvme: 0.3 }, '0.3 GB nvme'],
    [
      { gpu: 1, nvme: 1920, vram: 24576, memory: 8192, cores: 4 },
      '4 cores, 8 GB, 24 GB vram, 1.92 TB nvme, 1 GPU',
    ],
  ])('%j is "%s"', (amount, words) => {
    expect(describeResources(amount)).toBe(words);
  });

  test.each([
    ['cores', 2, '2'],
    ['gpu', 1, '1'],
    ['memory', 1536, '1.5 GB'],
    ['nvme', 40, '40 GB'],
  ] as const)(
    'a figure beside its resource needs no unit it has already: %s %d is "%s"',
    (name, amount, words) => {
      expect(describeFigure(name, amount)).toBe(words);
    },
  );
});
