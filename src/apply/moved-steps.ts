import { canonicalJson } from '../model/canonical-json.ts';
import type { Placement } from '../model/placement.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';

/**
 * Finds the steps that were planned on one state and may not be taken on another: what they change is not what it was,
 * or, for a placement, somebody else came to its compute, or left it, or changed it. What somebody else made just as it
 * was to be is no obstacle.
 */
export function movedSteps(steps: readonly Step[], was: RecordedState, is: RecordedState): Step[] {
  const before = indexOf(was);
  const now = indexOf(is);
  const same = (part: keyof Index, key: string): boolean => alike(before[part].get(key), now[part].get(key));
  return steps.filter(({ effect }) => {
    if (effect.of === 'object') {
      const object = effect.before ?? effect.after;
      const key = `${object?.kind}/${object?.key}`;
      return object !== null && !same('objects', key) && !alike(now.objects.get(key), effect.after);
    }
    const seat = effect.before ?? effect.after;
    if (seat && !same('seats', seatOf(seat))) return true;
    const compute = effect.after?.compute;
    return compute !== undefined && !(same('standing', compute) && same('objects', `Compute/${compute}`));
  });
}

/** Finds the steps that only record something, and that somebody else took meanwhile just so. */
export function takenSteps(steps: readonly Step[], is: RecordedState): Step[] {
  const { objects } = indexOf(is);
  return steps.filter(({ effect, provider }) => {
    if (provider !== null || effect.of !== 'object' || !effect.after) return false;
    const { kind, key } = effect.after;
    return !alike(effect.before, effect.after) && alike(objects.get(`${kind}/${key}`), effect.after);
  });
}

/** What is recorded, by what it is asked for: objects, instances, and who stands on which compute. */
interface Index {
  readonly objects: ReadonlyMap<string, unknown>;
  readonly seats: ReadonlyMap<string, unknown>;
  readonly standing: ReadonlyMap<string, unknown>;
}

function indexOf({ objects, placements }: RecordedState): Index {
  const standing = new Map<string, Placement[]>();
  for (const placement of placements) {
    const there = standing.get(placement.compute);
    if (there) there.push(placement);
    else standing.set(placement.compute, [placement]);
  }
  return {
    objects: new Map(objects.map((object) => [`${object.kind}/${object.key}`, object])),
    seats: new Map(placements.map((placement) => [seatOf(placement), placement])),
    standing,
  };
}

function seatOf({ service, instance }: Placement): string {
  return `${instance}#${service}`;
}

function alike(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
