import { describe, expect, test } from '@jest/globals';
import { certifyFleet } from '../../src/pipeline/certify-fleet.ts';
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

function certified(yaml: string, openSolver: () => Promise<Solver | null>) {
  const { value: project } = readProject(null, 'test');
  return certifyFleet({
    project,
    graph: graphOf(yaml),
    recorded: [],
    today: TODAY,
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
        ],
      ]
    `);
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
