import type { Comparison } from '../../../model/comparison.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { addressOf } from '../../../model/address.ts';

/**
 * A protected object would be deleted. There is no manifest left to point at, so the diagnostic points at the
 * file that should list the fleet.
 */
export function protectRemoved({ differences }: Comparison, projectFile: string): Diagnostic[] {
  return differences.flatMap(({ before, after }) => {
    if (after !== null || !before?.metadata.protect) return [];
    const address = addressOf(before.kind, before.metadata.name);
    return [
      {
        file: projectFile,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
        code: 'protect.removed',
        severity: 'error',
        message: `${address} is protected and its manifest is gone`,
        hint: 'bring it back with protect: false, apply that, and then delete it',
        address,
        related: [],
      },
    ];
  });
}
