import type { Finding } from '../../../model/finding.ts';
import { describeSelector, selectorKeys, selects } from '../../../model/selector.ts';
import { selectorFaults } from '../../../model/selector-faults.ts';
import type { Selector } from '../../../model/spec/definitions.ts';
import type { Check } from '../../kind.ts';
import type { Machine } from '../machine.ts';
import type { Pin } from '../pins.ts';
import { groupPins, pinsOf } from '../pins.ts';

/** A pin contradicts a placement rule of its own service, or of one that shares the compute. */
export const pinForbiddenByRule: Check<'Assignment'> = {
  id: 'pin.forbidden-by-rule',
  severity: 'error',
  *run(manifests, { graph }) {
    const pins = pinsOf(manifests, graph);
    for (const pin of pins) {
      yield* notAdmitted(pin);
      yield* tooDense(pin);
    }
    for (const together of groupPins(pins, ({ manifest }) => manifest.spec.compute)) yield* atOdds(together);
  },
  page: {
    meaning: `A pin and a placement rule contradict each other, and both are a person's word, so neither wins silently. The compute
does not match the service's \`affinity\`, or matches its \`antiAffinity\`; more instances are pinned to it than \`spreadMax\`
allows; or two services are pinned to it of which one never shares a compute with the other.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: staging }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-02 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: prod }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec: { type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-cpus }
spec: { component: epyc-7302p, computes: [ber1-db-01, ber1-db-02] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  resources: { min: { cores: 8 } }
  placement:
    affinity:
      - matchLabels: { env: prod }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: postgres-pin }
spec:
  service: postgres
  compute: ber1-db-01
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: staging }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-02 }
spec:
  type: baremetal
  provider: own
  region: berlin
  tags: { env: prod }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec: { type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-cpus }
spec: { component: epyc-7302p, computes: [ber1-db-01, ber1-db-02] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  resources: { min: { cores: 8 } }
  placement:
    affinity:
      - matchLabels: { env: prod }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: postgres-pin }
spec:
  service: postgres
  compute: ber1-db-02
`,
  },
};

function* notAdmitted({ manifest, service, machine }: Pin): Iterable<Finding> {
  const { affinity = [], antiAffinity = [] } = service.spec.placement ?? {};
  const { service: name, compute } = manifest.spec;
  const refuse = (list: 'affinity' | 'antiAffinity', index: number, message: string): Finding => ({
    manifest,
    pointer: '/spec/compute',
    message,
    hint: `pin ${name} to a compute that its rules admit, or change the rule`,
    related: [{ manifest: service, pointer: `/spec/placement/${list}/${index}`, message: 'the rule' }],
  });
  for (const [index, selector] of affinity.entries()) {
    if (admits(selector, machine) !== false) continue;
    yield refuse(
      'affinity',
      index,
      `${name} runs only where ${describeSelector(selector)}, which ${compute} does not match`,
    );
  }
  for (const [index, selector] of antiAffinity.entries()) {
    if (admits(selector, machine) !== true) continue;
    yield refuse(
      'antiAffinity',
      index,
      `${name} never runs where ${describeSelector(selector)}, which ${compute} matches`,
    );
  }
}

/** Undefined where it cannot be told: the selector is faulty, or the order will decide the label. */
function admits(selector: Selector, { labels, open }: Machine): boolean | undefined {
  if (selectorFaults(selector).length > 0) return undefined;
  if (selectorKeys(selector).some((key) => open.includes(key))) return undefined;
  return selects(selector, labels);
}

function* tooDense({ manifest, service }: Pin): Iterable<Finding> {
  const { spreadMax } = service.spec.placement ?? {};
  const { quantity, compute } = manifest.spec;
  if (spreadMax === undefined || quantity <= spreadMax) return;
  yield {
    manifest,
    pointer: '/spec/quantity',
    message: `${quantity} instances are pinned to ${compute}, and ${service.metadata.name} allows ${spreadMax} on one compute`,
    hint: 'pin some of them to other computes, or raise spreadMax',
    related: [
      { manifest: service, pointer: '/spec/placement/spreadMax', message: `spreadMax is ${spreadMax}` },
    ],
  };
}

/** Reports each pair of pins on one compute once, whichever of the two services has the rule. */
function* atOdds(pins: readonly Pin[]): Iterable<Finding> {
  if (pins.length < 2) return;
  const pinned = new Map(pins.map((pin) => [pin.manifest.spec.service, pin]));
  const told = new Set<string>();
  for (const { manifest, service } of pins) {
    const { name } = service.metadata;
    for (const [index, rival] of (service.spec.placement?.antiAffinityServices ?? []).entries()) {
      const other = pinned.get(rival);
      const pair = [name, rival].sort().join(' ');
      if (!other || rival === name || told.has(pair)) continue;
      told.add(pair);
      yield {
        manifest,
        pointer: '/spec/compute',
        message: `${name} and ${rival} are both pinned to ${manifest.spec.compute}, and ${name} never shares a compute with ${rival}`,
        hint: 'pin one of them to another compute, or remove the rule',
        related: [
          { manifest: other.manifest, pointer: '/spec/compute', message: `${rival} is pinned here` },
          {
            manifest: service,
            pointer: `/spec/placement/antiAffinityServices/${index}`,
            message: 'the rule',
          },
        ],
      };
    }
  }
}
