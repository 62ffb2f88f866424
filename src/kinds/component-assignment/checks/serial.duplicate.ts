import type { Elsewhere } from '../../../model/finding.ts';
import type { Check } from '../../kind.ts';

/** One serial number stands on two pieces, though a maker gives it once. */
export const serialDuplicate: Check<'ComponentAssignment'> = {
  id: 'serial.duplicate',
  severity: 'error',
  *run(manifests) {
    const seen = new Map<string, Elsewhere>();
    for (const manifest of manifests) {
      for (const [index, serial] of (manifest.spec.serialNumbers ?? []).entries()) {
        const pointer = `/spec/serialNumbers/${index}`;
        const first = seen.get(serial);
        if (!first) seen.set(serial, { manifest, pointer, message: 'first listed here' });
        else {
          const where = first.manifest === manifest ? 'this list' : first.manifest.metadata.name;
          yield {
            manifest,
            pointer,
            message: `serial number ${serial} is already in ${where}`,
            hint: 'a piece exists once; look at the label and correct one of the two',
            related: [first],
          };
        }
      }
    }
  },
};
