import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../src/model/graph.ts';
import type { Placement } from '../../src/model/placement.ts';
import { exact, scaleResources } from '../../src/model/resources.ts';
import { explainCompute } from '../../src/pipeline/explain-compute.ts';
import { explainService } from '../../src/pipeline/place/explain-service.ts';
import { place } from '../../src/pipeline/place/place.ts';
import { policyOf } from '../../src/model/policy-of.ts';
import { readProject } from '../../src/pipeline/read-project.ts';
import { reportCapacity } from '../../src/pipeline/report-capacity.ts';
import { reportCompute } from '../../src/pipeline/report-compute.ts';
import { capacityCompute } from '../../src/render/capacity-compute.ts';
import { capacityFleet } from '../../src/render/capacity-fleet.ts';
import { percent } from '../../src/render/capacity-figure.ts';
import { computeExplanation } from '../../src/render/compute-explanation.ts';
import { fleet } from '../support/fleet.ts';
import { recorded, words } from './place/any-fleet.ts';

const project = readProject(null, 'test').value;
const policy = policyOf(project);
const RUNS = 25;

/** Any fleet, as its first apply leaves it, or as it is when grants, places and manifests changed since then. */
const situations = fc
  .record({
    words,
    factors: fc.array(fc.constantFrom(1, 1, 1, 0.5, 1.37, 3), { minLength: 1, maxLength: 5 }),
  })
  .map(({ words: fleetWords, factors }) => {
    const graph = fleet(fleetWords);
    const placements = place(graph, [], policy).placements.map((placement, nth): Placement => {
      const { service, instance, compute, granted } = placement;
      return {
        service,
        instance,
        compute,
        granted: scaleResources(granted, factors[nth % factors.length] ?? 1),
      };
    });
    return { graph, placements };
  });

/** Without a placement, a report would plan. */
const hold = (property: (graph: Graph, placements: readonly Placement[]) => void): void =>
  fc.assert(
    fc.property(situations, ({ graph, placements }) => {
      fc.pre(placements.length > 0);
      property(graph, placements);
    }),
    { numRuns: RUNS },
  );

const namesIn = (graph: Graph): string[] => graph.all('Compute').map(({ metadata }) => metadata.name);
const explained = (graph: Graph, placements: readonly Placement[], name: string) => {
  const found = explainCompute(graph, placements, policy, name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const reported = (graph: Graph, placements: readonly Placement[], name: string) =>
  reportCompute({ project, graph, recorded: placements }, name, []);

describe('the figures of one fleet agree', () => {
  test('explain says of a compute what its report says', () => {
    hold((graph, placements) => {
      for (const name of namesIn(graph)) {
        const told = explained(graph, placements, name).resources;
        const { resources } = reported(graph, placements, name);
        const there = resources.filter(({ total }) => total > 0);
        expect(told).toEqual(there.map((figures) => ({ ...figures, needed: expect.any(Number) })));
      }
    });
  });

  test('what a compute carries adds up to what is allocated, and that with what is available to all there is', () => {
    hold((graph, placements) => {
      for (const name of namesIn(graph)) {
        const { placements: here, resources } = explained(graph, placements, name);
        for (const { resource, total, allocated, available, kept, stranded } of resources) {
          expect(exact(here.reduce((sum, { granted }) => sum + granted[resource], 0))).toBe(allocated);
          expect(available).toBe(Math.max(0, exact(total - allocated)));
          expect(kept + stranded).toBeLessThanOrEqual(available + 1e-6);
        }
      }
    });
  });

  test('the report of the fleet is the sum of the reports of its active computes', () => {
    hold((graph, placements) => {
      const { total } = reportCapacity({ project, graph, recorded: placements }, []);
      const active = graph.all('Compute').filter(({ spec }) => spec.state === 'active');
      const all = active.map(({ metadata }) => reported(graph, placements, metadata.name).resources);
      for (const [nth, figures] of total.resources.entries()) {
        for (const part of ['total', 'allocated', 'available', 'kept', 'stranded'] as const) {
          const sum = all.reduce((amount, resources) => amount + (resources[nth]?.[part] ?? 0), 0);
          expect(figures[part]).toBeCloseTo(sum, 6);
        }
      }
    });
  });

  test('a plan says of every instance how much of its compute is used in the end, as explain does then', () => {
    fc.assert(
      fc.property(words, recorded, (fleetWords, before) => {
        const graph = fleet(fleetWords);
        const { placements } = place(graph, before, policy);
        for (const { compute, reason } of placements) {
          const said = /: (\d+ %) used after$/.exec(reason)?.[1];
          if (said !== undefined) expect(said).toBe(percent(explained(graph, placements, compute).mean));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a candidate is as full before as explain says the compute is', () => {
    hold((graph, placements) => {
      for (const { metadata } of graph.all('Service')) {
        for (const { compute, before } of explainService(graph, placements, policy, metadata.name)
          ?.candidates ?? []) {
          expect(before.mean).toBe(explained(graph, placements, compute).mean);
        }
      }
    });
  });

  test('of what is stranded, nothing that could still come asks for any', () => {
    hold((graph, placements) => {
      for (const name of namesIn(graph)) {
        const { resources, room } = explained(graph, placements, name);
        for (const { resource, stranded } of resources) {
          if (stranded > 0) expect(room.filter(({ min }) => min[resource] > 0)).toEqual([]);
        }
      }
    });
  });
});

/** `12,345.5 GB` as a number. */
const read = (cell = ''): number => Number(cell.replace(/ GB$/, '').replaceAll(',', ''));

describe('figures as they are printed', () => {
  test('add up in every row of a report', () => {
    hold((graph, placements) => {
      const fleetReport = capacityFleet(
        reportCapacity({ project, graph, recorded: placements }, ['region', 'type']),
      );
      const isWithin = namesIn(graph).every((name) =>
        reported(graph, placements, name).resources.every(({ total, allocated }) => allocated <= total),
      );
      for (const { head, rows } of fleetReport.sections) {
        for (const row of rows) {
          if (row.length < head.length) continue;
          const [total, allocated, available, kept, stranded] = row
            .slice(head.indexOf('total'))
            .map(read) as [number, number, number, number, number];
          if (isWithin) expect(exact(allocated + available)).toBe(total);
          expect(exact(kept + stranded)).toBeLessThanOrEqual(available);
        }
      }
      for (const name of namesIn(graph)) {
        const { sections } = capacityCompute(reported(graph, placements, name));
        for (const row of sections.find(({ title }) => title === 'Capacity')?.rows ?? []) {
          const [hardware = 0, reserved = 0, allocated = 0, available = 0] = row.slice(1).map(read);
          if (reserved + allocated <= hardware)
            expect(exact(reserved + allocated + available)).toBe(hardware);
        }
      }
    });
  });

  test('are the same in explain and in the report of a compute', () => {
    hold((graph, placements) => {
      for (const name of namesIn(graph)) {
        const [, use] = computeExplanation(explained(graph, placements, name), false);
        const { sections } = capacityCompute(reported(graph, placements, name));
        for (const row of sections.find(({ title }) => title === 'Capacity')?.rows ?? []) {
          const [resource, , , allocated, available, , , used] = row;
          const line = use?.lines.find((one) => one.startsWith(`${resource} `));
          if (used === '–') expect(line).toBeUndefined();
          else {
            expect(line).toContain(` ${allocated} of `);
            expect(line).toContain(` ${used} `);
            expect(line).toContain(` ${available} available`);
          }
        }
      }
    });
  });
});
