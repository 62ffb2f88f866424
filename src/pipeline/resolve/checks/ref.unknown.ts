import { addressOf } from '../../../model/address.ts';
import { nearestName } from '../../../model/nearest-name.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** Comparing thousands of names with thousands takes long, and after a hundred hints nobody reads on. */
const MAX_HINTS = 100;

/** A field names a manifest that does not exist. */
export const refUnknown: ReferenceCheck = {
  id: 'ref.unknown',
  *run(index) {
    let hints = 0;
    for (const { from, pointer, name, field, to } of index.uses) {
      if (to || field.kinds.some((kind) => index.broken.has(addressOf(kind, name)))) continue;
      if (index.kindsNamed(name).length > 0 || name.includes('/')) continue;
      if (field.kinds.some((kind) => index.isDelivered(kind, name))) continue;
      // A file that could not be read may hold it; its own error says what to mend.
      if (index.incomplete) continue;
      const near = hints++ < MAX_HINTS ? nearestName(name, index.namesOf(field.kinds)) : undefined;
      yield {
        manifest: from,
        pointer,
        message: `there is no ${field.kinds.join(' or ')} named ${name}`,
        hint: near
          ? `did you mean ${near}?`
          : `declare ${addressOf(field.kinds[0] ?? from.kind, name)}, or correct the name`,
      };
    }
  },
};
