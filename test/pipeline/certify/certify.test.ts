import { describe, expect, test } from '@jest/globals';
import type { FleetWords } from '../../support/fleet.ts';
import { certified } from './support.ts';

/** The conflict of the first service, and its ways out with their moves. */
async function told(words: FleetWords, before: readonly string[] = []) {
  const { services } = await certified(words, { recorded: before.map(recordedAt) });
  const [first] = services;
  return [first?.conflict?.text, ...(first?.waysOut ?? []).map(({ text, moves }) => `${text} · ${moves}`)];
}

function recordedAt(text: string) {
  const [, service = '', instance = '', compute = ''] = /^(.*)\/(\d+)@(.*)$/.exec(text) ?? [];
  const granted = { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 };
  return { service, instance: Number(instance), compute, granted };
}

const GB = 1024;

describe('the rules in conflict, and the ways out', () => {
  test('two affinities that no compute meets together', async () => {
    const words = {
      computes: { a: { cores: 4, region: 'fsn1' }, b: { cores: 4, region: 'nbg1', tags: { disk: 'nvme' } } },
      services: {
        web: {
          cores: 1,
          affinity: [{ matchLabels: { 'stowage/region': 'fsn1', disk: 'nvme' } }],
        },
      },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "affinity stowage/region=fsn1 and affinity disk=nvme cannot both hold",
        "also allow stowage/region=nbg1 · 0",
        "drop affinity disk=nvme · 0",
      ]
    `);
  });

  test('an affinity and a min', async () => {
    const words = {
      computes: { a: { memory: 8 * GB, region: 'fsn1' }, b: { memory: 32 * GB, region: 'nbg1' } },
      services: { web: { memory: 16 * GB, affinity: [{ matchLabels: { 'stowage/region': 'fsn1' } }] } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "affinity stowage/region=fsn1 and min memory 16 GB cannot both hold",
        "also allow stowage/region=nbg1 · 0",
        "lower min memory from 16 GB to 8 GB · 0",
      ]
    `);
  });

  test('a list of values', async () => {
    const affinity = [{ matchExpressions: [{ key: 'disk', operator: 'In', values: ['nvme', 'ssd'] }] }];
    const words = {
      computes: { a: { cores: 4, tags: { disk: 'hdd' } }, b: { cores: 4 } },
      services: { web: { cores: 1, affinity } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "affinity disk in (nvme, ssd) cannot hold",
        "also allow disk=hdd · 0",
      ]
    `);
  });

  test('an anti-affinity', async () => {
    const words = {
      computes: { a: { cores: 4, tags: { disk: 'hdd' } } },
      services: { web: { cores: 1, antiAffinity: [{ matchLabels: { disk: 'hdd' } }] } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "anti-affinity disk=hdd cannot hold",
        "drop anti-affinity disk=hdd · 0",
      ]
    `);
  });

  test('a neighbour that is avoided, whoever says so', async () => {
    const words = {
      computes: { a: { cores: 4 } },
      services: { db: { cores: 1, priority: 1 }, web: { cores: 1, antiAffinityServices: ['db'] } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "anti-affinity to db cannot hold",
        "let it share computes with db · 0",
      ]
    `);
    const other = {
      computes: { a: { cores: 4 } },
      services: { db: { cores: 1, priority: 1, antiAffinityServices: ['web'] }, web: { cores: 1 } },
    };
    expect(await told(other)).toMatchInlineSnapshot(`
      [
        "anti-affinity to db cannot hold",
        "let it share computes with db · 0",
      ]
    `);
  });

  test('a spreadMax', async () => {
    const words = {
      computes: { a: { cores: 8 }, b: { cores: 8 } },
      services: { web: { cores: 1, replicas: 5, spreadMax: 1 } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "spreadMax 1 cannot hold for 5 instances",
        "raise spreadMax from 1 to 3 · 0",
      ]
    `);
  });

  test('a topologyKey', async () => {
    const words = {
      computes: { a: { cores: 8, region: 'fsn1' }, b: { cores: 1, region: 'nbg1' } },
      services: { web: { cores: 2, replicas: 3, topologyKey: 'stowage/region' } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "topologyKey stowage/region and min cores 2 cannot both hold for 3 instances",
        "drop topologyKey stowage/region · 0",
        "lower min cores from 2 to 1 · 0",
      ]
    `);
  });

  test('a buffer', async () => {
    const words = {
      computes: { a: { cores: 8 } },
      services: { web: { cores: 6, buffer: { cores: 3 } } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "min cores 6 and buffer cores 3 cannot both hold",
        "lower min cores from 6 to 5 · 0",
        "lower buffer cores from 3 to 2 · 0",
      ]
    `);
  });

  test('two mins', async () => {
    const words = {
      computes: { a: { cores: 8, memory: GB }, b: { cores: 1, memory: 8 * GB } },
      services: { web: { cores: 6, memory: 6 * GB } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "min cores 6 and min memory 6 GB cannot both hold",
        "lower min cores from 6 to 1 · 0",
        "lower min memory from 6 GB to 1 GB · 0",
      ]
    `);
  });

  test('a min that no compute holds in either of two resources', async () => {
    const words = {
      computes: { a: { cores: 8, memory: GB } },
      services: { web: { cores: 16, memory: 6 * GB } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "min cores 16 cannot hold",
        "lower min cores from 16 to 8 and lower min memory from 6 GB to 1 GB · 0",
      ]
    `);
  });

  test('a pin', async () => {
    const words = {
      computes: { a: { cores: 1 }, b: { cores: 8 } },
      services: { web: { cores: 4 } },
      pins: [{ service: 'web', compute: 'a' }],
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "min cores 4 and pin to a cannot both hold",
        "lower min cores from 4 to 1 · 0",
        "remove the pin to a · 0",
      ]
    `);
  });

  test('a drain', async () => {
    const words = {
      computes: {
        a: { cores: 8, state: 'maintenance' as const },
        b: { cores: 1 },
        c: { cores: 8, state: 'inactive' as const },
      },
      services: { web: { cores: 4 } },
    };
    expect(await told(words, ['web/1@a'])).toMatchInlineSnapshot(`
      [
        "min cores 4 and 2 computes not active cannot both hold",
        "lower min cores from 4 to 1 · 0",
        "make a active again · 0",
      ]
    `);
  });

  test('the room that others take', async () => {
    const words = {
      computes: { a: { cores: 8 }, b: { cores: 8 } },
      services: { db: { cores: 5, replicas: 2, priority: 1 }, web: { cores: 4 } },
    };
    expect(await told(words)).toMatchInlineSnapshot(`
      [
        "min cores 4 and the room that other services take cannot both hold",
        "lower min cores from 4 to 3 · 0",
      ]
    `);
  });

  test('a fleet without computes', async () => {
    expect(await told({ computes: {}, services: { web: { cores: 4 } } })).toMatchInlineSnapshot(`
      [
        "the fleet has no compute",
      ]
    `);
  });
});
