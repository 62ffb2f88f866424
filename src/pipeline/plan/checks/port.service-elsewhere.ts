import { computesOfAddress } from '../../../model/computes-of-address.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Placement } from '../../../model/placement.ts';
import type { PlanCheck, PlanCheckContext } from '../plan-check.ts';

/** A port leads to a service that will have no instance on the compute that has the address. */
export const portServiceElsewhere: PlanCheck = {
  id: 'port.service-elsewhere',
  severity: 'error',
  *run({ graph, placement, recorded }: PlanCheckContext) {
    if (!placement) return;
    const here = seatsOf(placement.placements);
    const before = seatsOf(recorded.placements);
    const unplaced = new Set(placement.unplaced.map(({ service }) => service));
    for (const manifest of graph.all('PortAssignment')) {
      const computes = computesOfAddress(manifest.spec.ip, graph);
      const [compute] = computes;
      const service = graph.get('Service', manifest.spec.service);
      if (compute === undefined || computes.length > 1 || !service) continue;
      const { name } = service.metadata;
      // What finds no place at all is a guard's to stop, and what is not to run needs none.
      if (service.spec.state !== 'active' || service.spec.replicas === 0 || unplaced.has(name)) continue;
      if (here.get(name)?.has(compute)) continue;
      yield findingOf(
        manifest,
        compute,
        [...(here.get(name) ?? [])],
        before.get(name)?.has(compute) === true,
        graph,
      );
    }
  },
  page: {
    meaning: `The compute that has the address forwards to the service, so the service needs an instance there. The plan
places all of them elsewhere, or moves the last one away, as it does when the compute is set to \`maintenance\`. Rules
of placement, or an Assignment, keep the service with its address; the address may follow the service instead.

Nothing is said of a service that is inactive or has no replicas, nor of one that finds no place at all, which stops the
plan by itself.`,
    fails: example('fsn1-web-02'),
    passes: example('fsn1-web-01'),
  },
};

/** The computes of each service. */
function seatsOf(placements: readonly Placement[]): ReadonlyMap<string, ReadonlySet<string>> {
  const seats = new Map<string, Set<string>>();
  for (const { service, compute } of placements) {
    const computes = seats.get(service);
    if (computes) computes.add(compute);
    else seats.set(service, new Set([compute]));
  }
  return seats;
}

function findingOf(
  manifest: Manifest<'PortAssignment'>,
  compute: string,
  elsewhere: readonly string[],
  moves: boolean,
  graph: Graph,
): Finding {
  const { service } = manifest.spec;
  const where = elsewhere.slice(0, 3).join(', ') + (elsewhere.length > 3 ? ', …' : '');
  const owner = graph.get('Compute', compute);
  return {
    manifest,
    pointer: '/spec/service',
    message: moves
      ? `${service} moves away from ${compute}, which has the address, to ${where}`
      : `${service} has no instance on ${compute}, which has the address; it runs on ${where}`,
    hint: `pin it by an Assignment of ${service} to ${compute}, or expose it at an address of ${elsewhere[0]}`,
    related: owner ? [{ manifest: owner, pointer: '/metadata/name', message: 'has the address' }] : [],
  };
}

function example(owner: string): string {
  const computes = ['fsn1-web-01', 'fsn1-web-02'].map(
    (name) => `apiVersion: stowage/v1
kind: Compute
metadata:
  name: ${name}
spec:
  type: baremetal
  provider: own
  region: ber1
---
`,
  );
  return `${computes.join('')}apiVersion: stowage/v1
kind: Component
metadata:
  name: amd-epyc-7302p
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs:
    cores: 16
    threads: 32
    ghz: 3
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata:
  name: cpus
spec:
  component: amd-epyc-7302p
  computes: [fsn1-web-01, fsn1-web-02]
---
apiVersion: stowage/v1
kind: Service
metadata:
  name: web
spec:
  resources:
    min:
      cores: 1
  placement:
    affinity:
      - matchLabels:
          stowage/name: fsn1-web-01
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: web-v4
spec:
  address: 49.12.8.10
  type: public
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: web-v4
spec:
  compute: ${owner}
  ip: web-v4
  primary: true
---
apiVersion: stowage/v1
kind: PortAssignment
metadata:
  name: web-https
spec:
  service: web
  ip: web-v4
  port: 443
  servicePort: 8443
`;
}
