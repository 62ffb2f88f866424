import { describeFigure } from '../../../model/describe-resources.ts';
import type { Finding } from '../../../model/finding.ts';
import type { ResourceVector } from '../../../model/resources.ts';
import { eachResource, RESOURCES, scaleResources, subtractResources } from '../../../model/resources.ts';
import type { Check } from '../../kind.ts';
import type { Pin } from '../pins.ts';
import { describePin, groupPins, pinsOf, quantityPointer } from '../pins.ts';

/** A pin cannot be kept: its compute is not active or too small, or the service has fewer instances. */
export const pinUnfit: Check<'Assignment'> = {
  id: 'pin.unfit',
  severity: 'error',
  *run(manifests, { graph, unread }) {
    const pins = pinsOf(manifests, graph);
    yield* notActive(pins);
    if (!unread('ComponentAssignment'))
      for (const together of groupPins(pins, ({ manifest }) => manifest.spec.compute))
        yield* tooBig(together);
    for (const ofService of groupPins(pins, ({ manifest }) => manifest.spec.service))
      yield* tooMany(ofService);
  },
  page: {
    meaning: `An Assignment pins a service to a compute, and a pin is kept whatever placement would prefer. This one cannot be: the
compute is not active, it is too small for what is pinned to it, or more instances are pinned than the service has
replicas. Pins of one compute take their share in the order of the files; the first that finds too little left is
reported. What a pin needs is the service's \`min\`, or what \`allocated\` grants by hand where that is more.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec: { type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-cpu }
spec: { component: epyc-7302p, computes: [ber1-db-01] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  replicas: 1
  resources: { min: { cores: 24 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: postgres-on-db-01 }
spec: { service: postgres, compute: ber1-db-01 }
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec: { type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-cpu }
spec: { component: epyc-7302p, computes: [ber1-db-01] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  replicas: 1
  resources: { min: { cores: 12 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: postgres-on-db-01 }
spec: { service: postgres, compute: ber1-db-01 }
`,
  },
};

function* notActive(pins: readonly Pin[]): Iterable<Finding> {
  for (const pin of pins) {
    const { manifest: compute } = pin.machine;
    if (compute.kind !== 'Compute' || compute.spec.state === 'active') continue;
    const { name } = compute.metadata;
    yield {
      manifest: pin.manifest,
      pointer: '/spec/compute',
      message: `${describePin(pin)} is pinned to ${name}, which is ${inState(compute.spec.state)}`,
      hint: `only an active compute carries services; activate ${name}, or pin to another`,
      related: [{ manifest: compute, pointer: '/spec/state', message: 'its state' }],
    };
  }
}

function inState(state: 'inactive' | 'maintenance'): string {
  return state === 'maintenance' ? 'in maintenance' : 'inactive';
}

/** Lets the pins of one compute take their share in file order; one that does not fit takes nothing. */
function* tooBig(pins: readonly Pin[]): Iterable<Finding> {
  const machine = pins[0]?.machine;
  const capacity = machine?.capacity;
  if (!capacity || (machine.manifest.kind === 'Compute' && machine.manifest.spec.state !== 'active')) return;
  let free = eachResource((resource) => Math.max(0, capacity[resource]));
  const fitting: Pin[] = [];
  for (const pin of pins) {
    if (isToldElsewhere(pin)) continue;
    const needed = demandOf(pin);
    const short = RESOURCES.filter((resource) => needed[resource] > free[resource]);
    if (short.length === 0) {
      free = subtractResources(free, needed);
      fitting.push(pin);
      continue;
    }
    const amounts = short.map((resource) => {
      const [lack, need, left] = [needed[resource] - free[resource], needed[resource], free[resource]].map(
        (amount) => describeFigure(resource, amount),
      );
      return `${resource} short by ${lack} (${need} needed, ${left} free)`;
    });
    yield {
      manifest: pin.manifest,
      pointer: '/spec/compute',
      message: `${describePin(pin)} does not fit on ${pin.manifest.spec.compute}: ${amounts.join(', ')}`,
      hint: `pin to a compute with more ${short.join(' and ')}, or lower what the service needs`,
      related: fitting.map(({ manifest, ...other }) => ({
        manifest,
        pointer: '/spec/compute',
        message: `${describePin({ manifest, ...other })} is pinned here too`,
      })),
    };
  }
}

/** More instances than there are, or a min above the max, are mistakes of their own. */
function isToldElsewhere({ manifest, service }: Pin): boolean {
  const { replicas, resources } = service.spec;
  const { min, max = {} } = resources;
  return (
    manifest.spec.quantity > replicas ||
    RESOURCES.some((resource) => (min[resource] ?? 0) > (max[resource] ?? Infinity))
  );
}

/** What a pin takes at the least: what is granted by hand, and never less than the service's min. */
function demandOf({ manifest, service }: Pin): ResourceVector {
  const { allocated, quantity } = manifest.spec;
  const { min } = service.spec.resources;
  const one = eachResource((resource) => Math.max(min[resource] ?? 0, allocated?.[resource] ?? 0));
  return scaleResources(one, quantity);
}

function* tooMany(pins: readonly Pin[]): Iterable<Finding> {
  const service = pins[0]?.service;
  if (!service) return;
  const { replicas } = service.spec;
  let pinned = 0;
  const excess = pins.find(({ manifest }) => (pinned += manifest.spec.quantity) > replicas);
  if (!excess) return;
  const total = pins.reduce((sum, { manifest }) => sum + manifest.spec.quantity, 0);
  const wanted = replicas === 1 ? '1 replica' : `${replicas} replicas`;
  yield {
    manifest: excess.manifest,
    pointer: quantityPointer(excess),
    message: `${total} instances of ${service.metadata.name} are pinned, and it has ${wanted}`,
    hint: 'raise replicas, or remove pins',
    related: [{ manifest: service, pointer: '/spec/replicas', message: wanted }],
  };
}
