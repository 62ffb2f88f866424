import { computesOfAddress } from '../../../model/computes-of-address.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Placement } from '../../../model/placement.ts';
import type { PlanCheck, PlanCheckContext } from '../plan-check.ts';
import { exposedService } from './examples/exposed-service.ts';

/** A port leads to a service that will have no instance on the compute that has the address. */
export const portServiceElsewhere: PlanCheck = {
  id: 'port.service-elsewhere',
  severity: 'error',
  *run({ graph, placement, recorded }: PlanCheckContext) {
    if (!placement) return;
    const here = seatsOf(placement.placements);
    const before = seatsOf(recorded.placements);
    const unplaced = new Set(placement.unplaced.map(({ service }) => service));
    const alike = new Map<string, Misled>();
    for (const manifest of graph.all('PortAssignment')) {
      const computes = computesOfAddress(manifest.spec.ip, graph);
      const [compute] = computes;
      const service = graph.get('Service', manifest.spec.service);
      if (compute === undefined || computes.length > 1 || !service) continue;
      const { name } = service.metadata;
      // What finds no place at all is a guard's to stop, and what is not to run needs none.
      if (service.spec.state !== 'active' || service.spec.replicas === 0 || unplaced.has(name)) continue;
      if (here.get(name)?.has(compute)) continue;
      const first = alike.get(`${name} ${compute}`);
      if (first) first.more.push(manifest);
      else alike.set(`${name} ${compute}`, { manifest, compute, more: [] });
    }
    for (const misled of alike.values()) {
      const { service } = misled.manifest.spec;
      const moves = before.get(service)?.has(misled.compute) === true;
      yield findingOf(misled, [...(here.get(service) ?? [])], moves, graph);
    }
  },
  page: {
    meaning: `The compute that has the address forwards to the service, so the service needs an instance there. The plan
places all of them elsewhere, or moves the last one away, as it does when the compute is set to \`maintenance\`. Rules
of placement, or an Assignment, keep the service with its address; the address may follow the service instead.

Nothing is said of a service that is inactive or has no replicas, nor of one that finds no place at all, which stops the
plan by itself. All ports of one service on one compute are reported together.`,
    fails: exposedService('fsn1-web-02'),
    passes: exposedService('fsn1-web-01'),
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

/** A port of a service that is not on the compute, and the others of both. */
interface Misled {
  readonly manifest: Manifest<'PortAssignment'>;
  readonly compute: string;
  readonly more: Manifest<'PortAssignment'>[];
}

function findingOf(
  { manifest, compute, more }: Misled,
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
    related: [
      ...(owner ? [{ manifest: owner, pointer: '/metadata/name', message: 'has the address' }] : []),
      ...more.map((other) => ({ manifest: other, pointer: '/spec/service', message: 'exposed there too' })),
    ],
  };
}
