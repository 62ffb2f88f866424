import { describe, expect, test } from '@jest/globals';
import type { Hardware } from '../../src/model/capacity.ts';
import { capacityOf } from '../../src/model/capacity.ts';
import type { ResourceVector } from '../../src/model/resources.ts';
import { NO_RESOURCES } from '../../src/model/resources.ts';
import type { ComponentSpec, ComponentSpecs } from '../../src/model/spec/component.ts';
import { fleet } from '../support/fleet.ts';

type Piece = Omit<Hardware, 'assignment'> & { readonly assignment?: string };

function piece(
  type: ComponentSpec['type'],
  specs: ComponentSpecs | undefined,
  more: Partial<Piece> = {},
): Piece {
  return { component: { type, manufacturer: 'acme', model: 'm', specs }, quantity: 1, ...more };
}

function disk(gb: number, quantity: number, more: Partial<Piece> = {}): Piece {
  return piece('storage', { capacity_gb: gb, type: 'nvme' }, { quantity, ...more });
}

/** Every piece comes of an assignment of its own, unless it says which. */
function total(...pieces: readonly Piece[]) {
  return capacityOf(pieces.map((each, index) => ({ assignment: `a${index + 1}`, ...each })));
}

interface Case {
  readonly of: string;
  readonly pieces: readonly Piece[];
  readonly gives: Partial<ResourceVector>;
}

describe('every type of component counts for what it is', () => {
  const cases: Case[] = [
    { of: 'no hardware', pieces: [], gives: {} },
    { of: 'a cpu with threads', pieces: [piece('cpu', { cores: 8, threads: 16 })], gives: { cores: 16 } },
    { of: 'a cpu without threads', pieces: [piece('cpu', { cores: 8 })], gives: { cores: 8 } },
    { of: 'a cpu of which nothing is known', pieces: [piece('cpu', undefined)], gives: {} },
    {
      of: 'two cpus',
      pieces: [piece('cpu', { cores: 24, threads: 48 }, { quantity: 2 })],
      gives: { cores: 96 },
    },
    {
      of: 'cpus with and without threads',
      pieces: [piece('cpu', { cores: 8, threads: 16 }), piece('cpu', { cores: 4 })],
      gives: { cores: 20 },
    },
    { of: 'a thread count of zero', pieces: [piece('cpu', { cores: 8, threads: 0 })], gives: {} },
    { of: 'ram', pieces: [piece('ram', { capacity_gb: 32 }, { quantity: 4 })], gives: { memory: 131072 } },
    { of: 'half a GB of ram', pieces: [piece('ram', { capacity_gb: 0.5 })], gives: { memory: 512 } },
    { of: 'a third of a GB of ram', pieces: [piece('ram', { capacity_gb: 0.3 })], gives: { memory: 307.2 } },
    {
      of: 'a gpu, whose memory is counted beside it',
      pieces: [piece('gpu', { vram_gb: 24, cuda_cores: 10752 }, { quantity: 2 })],
      gives: { gpu: 2, vram: 49152 },
    },
    { of: 'a gpu of unknown memory', pieces: [piece('gpu', {})], gives: { gpu: 1 } },
    { of: 'storage without RAID', pieces: [disk(1920, 2)], gives: { nvme: 3840 } },
    {
      of: 'what stores, sends, powers and runs nothing that services ask for',
      pieces: [
        piece('nic', { bandwidth_gbps: 10 }),
        piece('psu', { capacity_gb: 9, cores: 9 }),
        piece('os', { version: '13', cores: 9 }),
        piece('other', { cores: 9, capacity_gb: 9, vram_gb: 9 }),
      ],
      gives: {},
    },
    {
      of: 'figures of another type of component',
      pieces: [piece('ram', { cores: 9, vram_gb: 9 }), piece('cpu', { capacity_gb: 9 })],
      gives: {},
    },
    {
      of: 'a whole machine',
      pieces: [
        piece('cpu', { cores: 32, threads: 64 }),
        piece('ram', { capacity_gb: 64 }, { quantity: 8 }),
        piece('gpu', { vram_gb: 80 }),
        disk(960, 2, { raidLevel: 1 }),
        disk(3840, 4, { raidLevel: 'raid5' }),
      ],
      gives: { cores: 64, memory: 524288, gpu: 1, vram: 81920, nvme: 960 + 3 * 3840 },
    },
    {
      of: 'fractions that binary numbers cannot hold',
      pieces: [disk(0.1, 1), disk(0.2, 1), piece('cpu', { cores: 0.7 }, { quantity: 3 })],
      gives: { nvme: 0.3, cores: 2.1 },
    },
    { of: 'half of an odd size', pieces: [disk(1.5, 4, { raidLevel: 10 })], gives: { nvme: 3 } },
    { of: 'more than any one machine has', pieces: [disk(30720, 4096)], gives: { nvme: 125829120 } },
  ];
  test.each(cases)('$of gives $gives', ({ pieces, gives }) => {
    expect(total(...pieces)).toEqual({ capacity: { ...NO_RESOURCES, ...gives }, faults: [] });
  });
});

describe('a RAID level decides what is left of its disks', () => {
  test.each([
    [0, 1, 1000],
    [0, 3, 3000],
    [1, 2, 1000],
    [1, 3, 1000],
    [5, 3, 2000],
    [5, 8, 7000],
    [6, 4, 2000],
    [6, 5, 3000],
    [10, 4, 2000],
    [10, 6, 3000],
    ['raid0', 2, 2000],
    ['raid1', 2, 1000],
    ['raid5', 4, 3000],
    ['raid6', 6, 4000],
    ['raid10', 8, 4000],
  ])('RAID %s of %i disks of 1000 GB holds %i GB', (raidLevel, count, gb) => {
    const { capacity, faults } = total(disk(1000, count, { raidLevel }));
    expect({ nvme: capacity.nvme, faults }).toEqual({ nvme: gb, faults: [] });
  });

  test.each([
    [1, 1, 'RAID 1 needs at least 2 disks, and this set has 1'],
    [5, 1, 'RAID 5 needs at least 3 disks, and this set has 1'],
    [5, 2, 'RAID 5 needs at least 3 disks, and this set has 2'],
    [6, 3, 'RAID 6 needs at least 4 disks, and this set has 3'],
    ['raid6', 2, 'RAID 6 needs at least 4 disks, and this set has 2'],
    [10, 2, 'RAID 10 needs an even number of disks, at least 4, and this set has 2'],
    [10, 5, 'RAID 10 needs an even number of disks, at least 4, and this set has 5'],
    ['raid10', 7, 'RAID 10 needs an even number of disks, at least 4, and this set has 7'],
  ])('RAID %s of %i disks is no set at all, and adds nothing', (raidLevel, count, message) => {
    expect(total(disk(1000, count, { raidLevel }), disk(5, 1))).toEqual({
      capacity: { ...NO_RESOURCES, nvme: 5 },
      faults: [{ code: 'raid.count', assignment: 'a1', message }],
    });
  });

  test.each([
    [0, 2 * 960 + 2 * 1920],
    [1, 960],
    [5, 3 * 960],
    [6, 2 * 960],
    [10, 2 * 960],
  ])('of disks of two sizes, RAID %i uses as much of each as the smallest has: %i GB', (raidLevel, gb) => {
    const group = { raidLevel, raidGroup: 'md0' };
    expect(total(disk(960, 2, group), disk(1920, 2, group)).capacity.nvme).toBe(gb);
  });

  test('disks of several assignments that name one group are one set', () => {
    const group = { raidLevel: 5, raidGroup: 'md0' };
    expect(total(disk(1000, 1, group), disk(1000, 1, group), disk(1000, 1, group))).toEqual({
      capacity: { ...NO_RESOURCES, nvme: 2000 },
      faults: [],
    });
  });

  test('groups of two names are two sets', () => {
    const pair = (raidGroup: string) => disk(1000, 2, { raidLevel: 1, raidGroup });
    expect(total(pair('system'), pair('data')).capacity.nvme).toBe(2000);
  });

  test('without a group, each assignment is a set of its own', () => {
    const { capacity, faults } = total(disk(1000, 1, { raidLevel: 1 }), disk(1000, 1, { raidLevel: 1 }));
    expect(capacity.nvme).toBe(0);
    expect(faults.map(({ code, assignment }) => [code, assignment])).toEqual([
      ['raid.count', 'a1'],
      ['raid.count', 'a2'],
    ]);
  });

  test('a group that bears the name of an assignment is not that assignment', () => {
    const { capacity } = total(
      disk(1000, 2, { raidLevel: 1, assignment: 'md0' }),
      disk(1000, 2, { raidLevel: 1, assignment: 'other', raidGroup: 'md0' }),
    );
    expect(capacity.nvme).toBe(2000);
  });

  test('a named group without a level adds up', () => {
    expect(
      total(disk(1000, 2, { raidGroup: 'jbod' }), disk(500, 1, { raidGroup: 'jbod' })).capacity.nvme,
    ).toBe(2500);
  });

  test('two spellings of a level are one level', () => {
    const { capacity, faults } = total(
      disk(1000, 1, { raidLevel: 'raid1', raidGroup: 'md0' }),
      disk(1000, 1, { raidLevel: 1, raidGroup: 'md0' }),
    );
    expect({ nvme: capacity.nvme, faults }).toEqual({ nvme: 1000, faults: [] });
  });
});

describe('what cannot be counted is a fault, never a guess', () => {
  test('levels that disagree within a group', () => {
    expect(
      total(
        disk(1000, 2, { raidLevel: 1, raidGroup: 'md0' }),
        disk(1000, 3, { raidLevel: 'raid5', raidGroup: 'md0' }),
      ),
    ).toEqual({
      capacity: NO_RESOURCES,
      faults: [
        {
          code: 'raid.mixed',
          assignment: 'a2',
          message: 'the disks of RAID group md0 disagree about its level: RAID 1 and RAID 5',
        },
      ],
    });
  });

  test('a level beside none within a group', () => {
    const { faults } = total(
      disk(1000, 2, { raidLevel: 1, raidGroup: 'md0' }),
      disk(1, 1, { raidGroup: 'md0' }),
    );
    expect(faults.map(({ message }) => message)).toEqual([
      'the disks of RAID group md0 disagree about its level: RAID 1 and no level',
    ]);
  });

  test('a level on what is no storage, which still counts for what it is', () => {
    expect(total(piece('ram', { capacity_gb: 1 }, { raidLevel: 'raid1' }))).toEqual({
      capacity: { ...NO_RESOURCES, memory: 1024 },
      faults: [
        {
          code: 'raid.level-without-storage',
          assignment: 'a1',
          message: 'RAID 1 is set on a ram, and only storage forms RAID sets',
        },
      ],
    });
  });

  test('every fault is told, not the first', () => {
    const { faults } = total(
      piece('cpu', { cores: 1 }, { raidLevel: 0 }),
      disk(1, 1, { raidLevel: 1 }),
      disk(1, 1, { raidLevel: 6 }),
    );
    expect(faults.map(({ code }) => code)).toEqual([
      'raid.level-without-storage',
      'raid.count',
      'raid.count',
    ]);
  });
});

describe('services may use what is not reserved', () => {
  const capacityOfOne = (words: Parameters<typeof fleet>[0]['computes'][string]) => {
    const graph = fleet({ computes: { one: words } });
    const compute = graph.get('Compute', 'one');
    return compute && graph.capacityOf(compute);
  };

  test('the hardware less what is reserved, exactly', () => {
    expect(
      capacityOfOne({
        cores: 16,
        memory: 65536,
        nvme: 1000,
        reserved: { cores: 0.7, memory: 2048, nvme: 0.1 },
      }),
    ).toEqual({ cores: 15.3, memory: 63488, vram: 0, nvme: 999.9, gpu: 0 });
  });

  test('more reserved than there is shows as a lack', () => {
    expect(capacityOfOne({ cores: 2, reserved: { cores: 3, gpu: 1 } })).toMatchObject({ cores: -1, gpu: -1 });
  });

  test('an assignment equips every compute it names', () => {
    const graph = fleet({ computes: { one: { cores: 4 }, two: { cores: 8 } } });
    expect(graph.hardwareTotalOf('one').capacity.cores).toBe(4);
    expect(graph.hardwareTotalOf('two').capacity.cores).toBe(8);
    expect(graph.hardwareTotalOf('three').capacity).toEqual(NO_RESOURCES);
  });
});
