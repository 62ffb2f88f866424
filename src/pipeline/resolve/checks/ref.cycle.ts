import { addressOfManifest } from '../../../model/address.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Use } from '../inventory-index.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** Manifests name each other in a circle, or one names itself. */
export const refCycle: ReferenceCheck = {
  id: 'ref.cycle',
  severity: 'error',
  *run(index) {
    const uses = new Map<Manifest, Use[]>();
    for (const use of index.uses) {
      if (use.to === use.from) {
        const message = `${addressOfManifest(use.from)} names itself`;
        yield {
          manifest: use.from,
          pointer: use.pointer,
          message,
          hint: 'name another, or remove the entry',
        };
      } else if (use.to && !use.field.symmetric) {
        uses.set(use.from, [...(uses.get(use.from) ?? []), use]);
      }
    }
    for (const circle of circles(uses)) {
      const first = circle[0] as Use;
      const names = [...circle.map(({ from }) => from), first.from].map(addressOfManifest).join(' → ');
      yield {
        manifest: first.from,
        pointer: first.pointer,
        message: `manifests name each other in a circle: ${names}`,
        hint: 'remove one of these references',
        related: circle
          .slice(1)
          .map(({ from, pointer }) => ({ manifest: from, pointer, message: 'and here' })),
      };
    }
  },
  page: {
    meaning: `A chain of references comes back to where it started, so that each thing would have to be there before the other; or
a manifest names itself, as a service that is to keep away from itself would. Two services may keep away from each
other: that relation holds both ways and is no circle. To keep the instances of one service apart, use \`spreadMax\`.`,
    fails: `apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  resources: { min: { cores: 1 } }
  placement:
    antiAffinityServices: [redis]
`,
    passes: `apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  resources: { min: { cores: 1 } }
  placement:
    spreadMax: 1
`,
  },
};

/** Follows references depth first, without recursion; each circle is found once. */
function circles(uses: ReadonlyMap<Manifest, readonly Use[]>): Use[][] {
  const found: Use[][] = [];
  const finished = new Set<Manifest>();
  for (const start of uses.keys()) {
    const path: Use[] = [];
    const pending: { use?: Use; manifest: Manifest; done: boolean }[] = [{ manifest: start, done: false }];
    const onPath = new Set<Manifest>();
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { manifest, use } = next;
      if (next.done) {
        onPath.delete(manifest);
        finished.add(manifest);
        if (use) path.pop();
        continue;
      }
      if (onPath.has(manifest) && use) {
        const from = path.findIndex((step) => step.from === manifest);
        found.push([...path.slice(from), use]);
        continue;
      }
      if (finished.has(manifest)) continue;
      onPath.add(manifest);
      if (use) path.push(use);
      pending.push({ manifest, use, done: true });
      for (const following of uses.get(manifest) ?? []) {
        if (following.to) pending.push({ use: following, manifest: following.to, done: false });
      }
    }
  }
  return found;
}
