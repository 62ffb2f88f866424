import type { Finding } from '../../model/finding.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { SelectorFault } from '../../model/selector-faults.ts';
import { selectorFaults } from '../../model/selector-faults.ts';
import { selectorsIn } from './selectors-in.ts';

/** Reports the faults of one code in all selectors of some manifests. */
export function* reportFaults(
  manifests: readonly Manifest[],
  code: SelectorFault['code'],
): Iterable<Finding> {
  for (const manifest of manifests) {
    for (const { pointer, selector } of selectorsIn(manifest)) {
      for (const fault of selectorFaults(selector)) {
        if (fault.code !== code) continue;
        yield { manifest, pointer: pointer + fault.pointer, message: fault.message, hint: fault.hint };
      }
    }
  }
}
