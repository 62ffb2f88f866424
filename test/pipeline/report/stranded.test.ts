import { describe, expect, test } from '@jest/globals';
import { NO_RESOURCES } from '../../../src/model/resources.ts';
import { stranded } from '../../../src/pipeline/report/stranded.ts';
import type { Resources } from '../../../src/model/spec/definitions.ts';
import type { ServiceWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';

/** Says what of 4 cores, 1,000 MB and 10 GB is stranded, given services, what is free and what else has room. */
function strandedOf(
  services: Readonly<Record<string, ServiceWords>>,
  free = { cores: 4, memory: 1000, nvme: 10 },
  { room = {}, buffer = {} }: { room?: Resources; buffer?: Resources } = {},
) {
  const graph = fleet({ computes: { a: { tags: { env: 'prod' } } }, services });
  const [compute] = graph.all('Compute');
  if (!compute) throw new Error('there is no compute');
  const left = { ...NO_RESOURCES, ...free };
  const there = { left, room: { ...left, ...room }, buffer: { ...NO_RESOURCES, ...buffer } };
  const { cores, memory, nvme } = stranded(compute, there, graph.all('Service'));
  return { cores, memory, nvme };
}

describe('free capacity is stranded', () => {
  test('where no service asks for that resource', () => {
    expect(strandedOf({ api: { cores: 1, memory: 10 } })).toEqual({ cores: 0, memory: 0, nvme: 10 });
  });

  test('where another resource is exhausted that all of them need', () => {
    const free = { cores: 0, memory: 1000, nvme: 10 };
    expect(strandedOf({ api: { cores: 1, memory: 10, nvme: 1 } }, free)).toEqual({
      cores: 0,
      memory: 1000,
      nvme: 10,
    });
    expect(strandedOf({ api: { cores: 1, nvme: 1 }, cache: { memory: 1 } }, free)).toMatchObject({
      memory: 0,
      nvme: 10,
    });
  });

  test('where even the smallest min no longer fits, or only without its buffer', () => {
    expect(strandedOf({ api: { cores: 5 }, job: { cores: 6 } })).toMatchObject({ cores: 4 });
    expect(strandedOf({ api: { cores: 4 } })).toMatchObject({ cores: 0 });
    expect(strandedOf({ api: { cores: 4, buffer: { cores: 1 } } })).toMatchObject({ cores: 4 });
  });

  test('but not where others give way, and where they keep it free', () => {
    const services = { api: { cores: 6, memory: 10 } };
    expect(strandedOf(services)).toMatchObject({ cores: 4, memory: 1000 });
    expect(strandedOf(services, undefined, { room: { cores: 6 } })).toMatchObject({ cores: 0, memory: 0 });
    expect(strandedOf(services, undefined, { room: { cores: 6 }, buffer: { cores: 1 } })).toMatchObject({
      cores: 4,
      memory: 1000,
    });
  });

  test('where those it would do for may not run', () => {
    const prod = [{ matchLabels: { env: 'prod' } }];
    const test_ = [{ matchLabels: { env: 'test' } }];
    expect(strandedOf({ api: { cores: 1, affinity: test_ } })).toMatchObject({ cores: 4 });
    expect(strandedOf({ api: { cores: 1, antiAffinity: prod } })).toMatchObject({ cores: 4 });
    expect(strandedOf({ api: { cores: 1, affinity: prod, antiAffinity: test_ } })).toMatchObject({
      cores: 0,
    });
  });

  test('where the services are inactive or want no instance', () => {
    expect(
      strandedOf({ api: { cores: 1, state: 'inactive' }, job: { cores: 1, replicas: 0 } }),
    ).toMatchObject({ cores: 4 });
  });
});
