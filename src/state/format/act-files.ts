import type { Act } from '../../model/act.ts';
import type { Placement } from '../../model/placement.ts';
import type { RecordedState } from '../../model/recorded.ts';
import { encodeEntry } from './entry-markdown.ts';
import { encodeMeta } from './meta-json.ts';
import { encodeObject } from './object-yaml.ts';
import { journalPath, META_PATH, objectPath, placementsPath } from './paths.ts';
import { encodePlacements } from './placements-yaml.ts';

/** A file as it is after a commit; null when the commit deletes it. */
export interface FileChange {
  readonly path: string;
  readonly text: string | null;
}

/**
 * Turns acts into the files each commit changes, in order. Placements of one service build on each other;
 * meta.json goes with the last commit, and with the first of a branch so that none is ever without it.
 */
export function* actFiles(
  base: RecordedState,
  acts: readonly Act[],
  desired: string | null,
): Generator<FileChange[]> {
  const placed = new PlacedInstances(base.placements);
  for (const [index, act] of acts.entries()) {
    const changes: FileChange[] = [];
    if (act.effect?.of === 'object') {
      const { before, after } = act.effect;
      const path = after && objectPath(after.kind, after.key);
      const former = before && objectPath(before.kind, before.key);
      if (former !== null && former !== path) changes.push({ path: former, text: null });
      if (after && path !== null) changes.push({ path, text: encodeObject(after) });
    } else if (act.effect) {
      changes.push(...placed.change(act.effect.before, act.effect.after));
    }
    changes.push({ path: journalPath(act.entry.compute, act.entry.id), text: encodeEntry(act.entry) });
    if (index === acts.length - 1) {
      changes.push({
        path: META_PATH,
        text: encodeMeta({ serial: base.serial + 1, desired: desired ?? base.desired }),
      });
    } else if (index === 0 && base.commit === null) {
      changes.push({ path: META_PATH, text: encodeMeta(base) });
    }
    yield changes;
  }
}

/** The placements of every service as a batch of acts moves them. */
class PlacedInstances {
  readonly #services = new Map<string, Map<number, Placement>>();

  constructor(placements: readonly Placement[]) {
    for (const placement of placements)
      this.#instancesOf(placement.service).set(placement.instance, placement);
  }

  change(before: Placement | null, after: Placement | null): FileChange[] {
    if (before) this.#instancesOf(before.service).delete(before.instance);
    if (after) this.#instancesOf(after.service).set(after.instance, after);
    const services = new Set([before, after].flatMap((placement) => placement?.service ?? []));
    return [...services].map((service) => {
      const instances = [...this.#instancesOf(service).values()];
      return {
        path: placementsPath(service),
        text: instances.length > 0 ? encodePlacements(instances) : null,
      };
    });
  }

  #instancesOf(service: string): Map<number, Placement> {
    const instances = this.#services.get(service) ?? new Map<number, Placement>();
    this.#services.set(service, instances);
    return instances;
  }
}
