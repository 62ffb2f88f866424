import { describe, expect, test } from '@jest/globals';
import { certifyFleet } from '../../src/pipeline/certify-fleet.ts';
import { recommendFleet } from '../../src/pipeline/recommend-fleet.ts';
import { readProject } from '../../src/pipeline/read-project.ts';
import { openHighsInProcess } from '../../src/solver/highs/open-highs-in-process.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { TODAY } from '../support/diagnose.ts';
import { graphOf } from '../support/planned.ts';
import { PATIENT } from './certify/support.ts';

const SHOP = `
{ apiVersion: stowage/v1, kind: Organization, metadata: { name: acme }, spec: {} }
---
{ apiVersion: stowage/v1, kind: Workspace, metadata: { name: prod }, spec: { organization: acme } }
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: cpx31 }
spec: { family: hetzner-cloud, resources: { cores: 4 }, price: { monthly: 13.1 }, regions: [fsn1] }
`;
const FLEET = `${SHOP}---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: a }, spec: { type: vm, provider: hetzner, region: fsn1 } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { replicas: 2, resources: { min: { cores: 2 } } } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: api }, spec: { resources: { min: { cores: 3 } } } }
`;

const TWO_REGIONS = `${SHOP.replaceAll('[fsn1]', '[fsn1, hel1]').replace('13.1', '13.1, setup: 20')}---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: even }, spec: { replicas: 4, resources: { min: { cores: 1 } }, placement: { topologyKey: stowage/region } } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: any }, spec: { replicas: 7, resources: { min: { cores: 1.5 } } } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: apart }, spec: { replicas: 3, resources: { min: { cores: 0.5 } }, placement: { spreadMax: 1 } } }
`;

function certified(yaml: string, openSolver: () => Promise<Solver | null>, only?: string) {
  const { value: project } = readProject(null, 'test');
  return certifyFleet({
    project,
    graph: graphOf(yaml),
    recorded: [],
    today: TODAY,
    ...(only === undefined ? {} : { only }),
    openSolver,
    budget: PATIENT,
  });
}

describe('what is said of a fleet that fits nowhere', () => {
  test('is what to buy for each service, and for all of them', async () => {
    const { infeasibility, recommendations } = await certified(FLEET, openHighsInProcess);
    expect(recommendations).toMatchObject([{ profile: 'cpx31', region: 'fsn1', quantity: 2 }]);
    const bought = infeasibility?.services.map(({ service, waysOut }) => [
      service,
      ...waysOut.filter(({ kind }) => kind === 'buy').map(({ text, cost }) => `${text} ${cost.monthly}`),
    ]);
    // One host for api would be taken by web, which is placed first.
    expect(bought).toMatchInlineSnapshot(`
      [
        [
          "web",
          "buy 1 × cpx31 in fsn1 13.1",
        ],
        [
          "api",
          "buy 2 × cpx31 in fsn1, for all that fits nowhere 26.2",
        ],
      ]
    `);
  });

  test('is what recommend says, set-up fees and regions included', async () => {
    const graph = graphOf(TWO_REGIONS);
    const { value: project } = readProject(null, 'test');
    const { recommendations } = await certified(TWO_REGIONS, openHighsInProcess);
    const solver = await openHighsInProcess();
    const asked = { project, graph, recorded: [], today: TODAY, horizon: 12, solver, budget: PATIENT };
    const advice = await recommendFleet(asked);
    expect(recommendations).toEqual(advice.recommendations);
    const fees = recommendations.map(({ setupCost }) => setupCost);
    expect(fees.reduce((sum, fee) => sum + fee, 0)).toBe(advice.cost.setup);
    expect(advice.cost.setup).toBeGreaterThan(0);
  });

  test('of one service that no purchase of its own helps is what to buy for all', async () => {
    const { infeasibility, recommendations } = await certified(FLEET, openHighsInProcess, 'api');
    expect(recommendations).toEqual([]);
    expect(infeasibility?.services[0]?.waysOut.at(-1)?.text).toBe(
      'buy 2 × cpx31 in fsn1, for all that fits nowhere',
    );
  });

  test('is less without a solver, and nothing fails', async () => {
    const { infeasibility, recommendations } = await certified(FLEET, () => Promise.resolve(null));
    expect(recommendations).toEqual([]);
    expect(infeasibility?.bound).toBeNull();
    expect(infeasibility?.services[0]?.conflict?.text).toBe('min cores 2 cannot hold for 2 instances');
  });

  test('is the rest where a solver fails', async () => {
    const failing: Solver = {
      solve: () => Promise.reject(new Error('out of memory')),
      open: () => {
        throw new Error('out of memory');
      },
      dispose: () => Promise.resolve(),
    };
    const { infeasibility } = await certified(FLEET, () => Promise.resolve(failing));
    expect(infeasibility?.bound).toBeNull();
    expect(infeasibility?.services).toHaveLength(2);
  });
});

test('where everything fits nothing is said, and no solver is asked for', async () => {
  const asked = await certified(SHOP, () => Promise.reject(new Error('asked for')));
  expect(asked).toEqual({ infeasibility: null, recommendations: [] });
});
