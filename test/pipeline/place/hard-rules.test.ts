import { describe, expect, test } from '@jest/globals';
import type { PlacementOutcome, PlannedPlacement } from '../../../src/model/placement.ts';
import { NO_RESOURCES } from '../../../src/model/resources.ts';
import type { FleetWords } from '../../support/fleet.ts';
import type { Rule } from './hard-rules.ts';
import { breaches } from './hard-rules.ts';

const WORDS: FleetWords = {
  computes: {
    a: { cores: 8, memory: 4096, tags: { disk: 'nvme', rack: 'r1' }, reserved: { cores: 1 } },
    b: { cores: 8, memory: 4096, tags: { disk: 'hdd', rack: 'r2' } },
    c: { cores: 8, memory: 4096, state: 'maintenance', tags: { disk: 'nvme', rack: 'r1' } },
    d: { cores: 8, memory: 4096 },
  },
  services: {
    any: { cores: 1, max: { cores: 2 }, replicas: 2 },
    fast: { cores: 1, affinity: [{ matchLabels: { disk: 'nvme' } }] },
    slow: { cores: 1, antiAffinity: [{ matchLabels: { disk: 'nvme' } }], antiAffinityServices: ['fast'] },
    roomy: { cores: 2, buffer: { cores: 3 } },
    single: { cores: 1, replicas: 2, spreadMax: 1 },
    even: { cores: 1, replicas: 2, topologyKey: 'rack' },
    bound: { cores: 1, max: { cores: 4 } },
  },
  pins: [{ service: 'bound', compute: 'd', allocated: { cores: 3 } }],
};

function seat(text: string, more: Partial<PlannedPlacement> = {}): PlannedPlacement {
  const [, service = '', number = '', compute = ''] = /^(.*)\/(\d+)@(.*)$/.exec(text) ?? [];
  const granted = { ...NO_RESOURCES, cores: WORDS.services?.[service]?.cores ?? 0 };
  const rest = { score: 1, kept: false, pinned: false, reason: '', ...more };
  return { service, instance: Number(number), compute, granted, ...rest };
}

const VALID = new Map(
  [
    'any/1@a',
    'any/2@b',
    'even/1@a',
    'even/2@b',
    'fast/1@a',
    'roomy/1@d',
    'single/1@a',
    'single/2@b',
    'slow/1@b',
  ]
    .map((text) => seat(text))
    .concat(seat('bound/1@d', { pinned: true, granted: { ...NO_RESOURCES, cores: 3 } }))
    .map((one) => [`${one.service}/${one.instance}`, one]),
);

/** The valid outcome, with some of its seats replaced or, by nothing, unplaced. */
function changed(changes: Record<string, PlannedPlacement | undefined> = {}): PlacementOutcome {
  const seats = Object.entries({ ...Object.fromEntries(VALID), ...changes });
  return {
    placements: seats.flatMap(([, one]) => (one ? [one] : [])),
    unplaced: seats
      .filter(([, one]) => !one)
      .map(([key]) => ({
        service: key.split('/')[0] ?? '',
        instance: Number(key.split('/')[1]),
        rejected: [],
      })),
  };
}

const granted = (cores: number) => ({ granted: { ...NO_RESOURCES, cores } });

describe('the checker of hard rules', () => {
  test('finds nothing wrong with a valid outcome, in part or as a whole', () => {
    expect(breaches(WORDS, changed())).toEqual([]);
    expect(breaches(WORDS, changed({ 'any/2': undefined, 'bound/1': undefined }))).toEqual([]);
    expect(breaches(WORDS, changed({ 'any/1': seat('any/1@a', granted(1.5)) }))).toEqual([]);
  });

  const BROKEN: [Rule, string, Record<string, PlannedPlacement | undefined>][] = [
    ['compute active', 'a compute in maintenance', { 'fast/1': seat('fast/1@c') }],
    ['compute active', 'a compute that is gone', { 'any/1': seat('any/1@gone') }],
    ['affinity', 'a compute it does not want', { 'fast/1': seat('fast/1@b'), 'slow/1': undefined }],
    ['anti-affinity', 'a compute it shuns', { 'slow/1': seat('slow/1@a'), 'fast/1': undefined }],
    ['service anti-affinity', 'one that avoids it', { 'fast/1': seat('fast/1@b') }],
    ['spreadMax', 'too many on one compute', { 'single/1': seat('single/1@b') }],
    ['topology label', 'a compute without the label', { 'even/1': seat('even/1@d') }],
    ['topology spread', 'both in one rack', { 'even/1': seat('even/1@b') }],
    ['room', 'the buffer of another', { 'any/1': seat('any/1@d') }],
    ['room', 'its own buffer', { 'roomy/1': seat('roomy/1@b') }],
    ['pin', 'not where it is pinned', { 'bound/1': seat('bound/1@b') }],
    ['pin', 'pinned where nobody said so', { 'any/1': seat('any/1@a', { pinned: true }) }],
    ['numbers', 'a number twice', { 'any/2': seat('any/1@b') }],
    ['numbers', 'a number that is too high', { 'any/2': seat('any/3@b') }],
    ['numbers', 'one too many', { 'any/3': seat('any/3@b') }],
    ['grant', 'less than min', { 'any/1': seat('any/1@a', granted(0.5)) }],
    ['grant', 'more than max', { 'any/1': seat('any/1@a', granted(2.5)) }],
    ['grant', 'above min and the ceiling', { 'any/1': seat('any/1@a', granted(2)) }],
    [
      'grant',
      'other than allocated',
      { 'bound/1': seat('bound/1@d', { pinned: true, ...granted(2) }), 'roomy/1': undefined },
    ],
  ];

  test.each(BROKEN)('%s: %s', (rule, _, changes) => {
    expect(breaches(WORDS, changed(changes)).map((breach) => breach.rule)).toContain(rule);
  });

  test('a number beyond the replicas is right where it was recorded', () => {
    const outcome = changed({ 'any/2': seat('any/7@b') });
    expect(breaches(WORDS, outcome, [seat('any/7@a')])).toEqual([]);
  });
});
