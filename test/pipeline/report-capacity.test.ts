import { describe, expect, test } from '@jest/globals';
import { readProject } from '../../src/pipeline/read-project.ts';
import { reportCapacity } from '../../src/pipeline/report-capacity.ts';
import { fleet } from '../support/fleet.ts';
import { recordedAt } from './simulate/simulated.ts';

const project = readProject(null, 'test').value;
const EUR = 'EUR' as const;
const graph = fleet({
  computes: {
    a: {
      cores: 8,
      memory: 1024,
      region: 'fsn1',
      reserved: { cores: 2 },
      billing: { monthlyCost: 10, currency: EUR },
    },
    b: { cores: 4, region: 'hel1', tags: { rack: 'r1' }, billing: { monthlyCost: 5.5, currency: EUR } },
    c: { cores: 2, region: 'hel1', provider: 'own', billing: { monthlyCost: 3, currency: 'USD' } },
    d: { cores: 64, state: 'maintenance', billing: { monthlyCost: 99, currency: EUR } },
    e: { state: 'inactive' },
  },
  services: { api: { cores: 2, replicas: 2 } },
});
const recorded = ['api/1@a', 'api/2@c', 'gone/1@z'].map((text) => recordedAt(text, { cores: 2 }));
const report = (by: readonly string[] = []) => reportCapacity({ project, graph, recorded }, by);

describe('the capacity of a fleet', () => {
  test('is that of its active computes less what they reserve', () => {
    const { computes, total, placements } = report();
    expect({ computes, placements }).toEqual({
      placements: 'recorded',
      computes: { active: 3, inactive: 1, maintenance: 1 },
    });
    expect(total).toMatchObject({ name: null, computes: 3, monthlyCost: 15.5 });
    expect(total.resources[0]).toEqual({
      resource: 'cores',
      total: 12,
      allocated: 4,
      available: 8,
      kept: 0,
      stranded: 0,
      utilisation: { min: 0, max: 1, mean: (1 / 3 + 0 + 1) / 3, median: 1 / 3 },
    });
  });

  test('counts only computes that have a resource in its utilisation, and strands what nobody asks for', () => {
    expect(report().total.resources[1]).toEqual({
      resource: 'memory',
      total: 1024,
      allocated: 0,
      available: 1024,
      kept: 0,
      stranded: 1024,
      utilisation: { min: 0, max: 0, mean: 0, median: 0 },
    });
    expect(report().total.resources[4]).toMatchObject({ resource: 'gpu', total: 0, utilisation: null });
  });

  test('takes the middle of an even number of computes', () => {
    const [, hel] = report(['region']).groups[0]?.groups ?? [];
    expect(hel).toMatchObject({ name: 'hel1', computes: 2, monthlyCost: 5.5 });
    expect(hel?.resources[0]?.utilisation).toEqual({ min: 0, max: 1, mean: 0.5, median: 0.5 });
  });

  test('where more is granted than there is, nothing is available', () => {
    const over = reportCapacity({ project, graph, recorded: [recordedAt('api/1@c', { cores: 3 })] }, [
      'provider',
    ]);
    expect(over.groups[0]?.groups[1]?.resources[0]).toMatchObject({
      total: 2,
      allocated: 3,
      available: 0,
      utilisation: { max: 1.5 },
    });
  });

  test('before the first apply is that of the plan', () => {
    const planned = reportCapacity({ project, graph, recorded: [] }, []);
    expect(planned.placements).toBe('planned');
    expect(planned.total.resources[0]?.allocated).toBe(4);
  });
});

describe('groups', () => {
  const names = (by: string) => report([by]).groups.map(({ groups }) => groups.map(({ name }) => name));

  test.each([
    ['region', ['fsn1', 'hel1']],
    ['provider', ['hetzner', 'own']],
    ['type', ['baremetal']],
    ['stowage/region', ['fsn1', 'hel1']],
    ['rack', ['r1', null]],
  ])('by %s', (by, expected) => {
    expect(names(by)).toEqual([expected]);
  });

  test('by a key that no compute has are refused', () => {
    expect(() => report(['rakc'])).toThrow(
      expect.objectContaining({ code: 'report.key', hint: 'did you mean rack?' }),
    );
    expect(() => report(['colour'])).toThrow(
      expect.objectContaining({ hint: 'known: region, provider, type, rack' }),
    );
  });

  test('of a fleet without active computes are empty', () => {
    const empty = reportCapacity({ project, graph: fleet({ computes: {} }), recorded: [] }, [
      'region',
      'rack',
    ]);
    expect(empty.groups.map(({ groups }) => groups)).toEqual([[], []]);
    expect(empty.total).toMatchObject({ computes: 0, monthlyCost: 0 });
  });
});
