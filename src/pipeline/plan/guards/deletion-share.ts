import { splitAddress } from '../../../model/address.ts';
import type { Guard } from '../guard.ts';

/** Below this many objects of a kind a share says little. */
const SMALLEST_KIND = 10;

/** A large share of one kind goes away at once. */
export const deletionShare: Guard = {
  name: 'deletion-share',
  objection({ steps, recorded, project }) {
    const limit = project.spec.guards.maxDeletionPercent;
    const deleted = new Map<string, number>();
    for (const { verb, address } of steps) {
      const { kind } = splitAddress(address);
      if (verb === 'delete') deleted.set(kind, (deleted.get(kind) ?? 0) + 1);
    }
    const objections = [...deleted].flatMap(([kind, count]) => {
      const total = recorded.objects.filter((object) => object.kind === kind).length;
      // In whole numbers: a share in binary fractions (0.55 × 100) may exceed the limit it equals.
      const over = total >= SMALLEST_KIND && count * 100 > limit * total;
      const percent = Math.ceil((count * 1000) / total) / 10;
      return over ? `${count} of ${total} ${kind} objects (${percent} %) would be deleted` : [];
    });
    return objections.length > 0 ? `${objections.join('; ')}; the limit is ${limit} %` : null;
  },
};
