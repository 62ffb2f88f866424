import { canonicalJson } from '../model/canonical-json.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';

/**
 * Tells whether a step that was planned on one state may still be taken on another: what it changes is what it was,
 * and for a placement nobody else came to its compute, or left it, or changed it.
 */
export function stillHolds({ effect }: Step, was: RecordedState, is: RecordedState): boolean {
  if (effect.of === 'object') {
    const { kind, key } = effect.before ?? effect.after ?? { kind: null, key: null };
    return same(objectOf(was, kind, key), objectOf(is, kind, key));
  }
  const { service, instance } = effect.before ?? effect.after ?? { service: null, instance: null };
  const own = (state: RecordedState): unknown =>
    state.placements.find((placement) => placement.service === service && placement.instance === instance);
  if (!same(own(was), own(is))) return false;
  const compute = effect.after?.compute;
  return (
    compute === undefined ||
    (same(standing(was, compute), standing(is, compute)) &&
      same(objectOf(was, 'Compute', compute), objectOf(is, 'Compute', compute)))
  );
}

function objectOf({ objects }: RecordedState, kind: string | null, key: string | null): unknown {
  return objects.find((object) => object.kind === kind && object.key === key);
}

function standing({ placements }: RecordedState, compute: string): unknown {
  return placements.filter((placement) => placement.compute === compute);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
