import { addressOf } from '../../../model/address.ts';
import type { Comparison } from '../../../model/comparison.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { ComparisonCheck } from '../comparison-check.ts';

/**
 * A protected object would be deleted. There is no manifest left to point at, so the diagnostic points at the
 * file that should list the fleet.
 */
export const protectRemoved: ComparisonCheck = {
  id: 'protect.removed',
  severity: 'error',
  *run({ differences }: Comparison, projectFile: string): Iterable<Diagnostic> {
    for (const { before, after } of differences) {
      if (after !== null || !before?.metadata.protect) continue;
      const address = addressOf(before.kind, before.metadata.name);
      yield {
        file: projectFile,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
        code: protectRemoved.id,
        severity: protectRemoved.severity,
        message: `${address} is protected and its manifest is gone`,
        hint: 'bring it back with protect: false, apply that, and then delete it',
        address,
        related: [],
      };
    }
  },
  page: {
    meaning: `What was applied with \`protect: true\` cannot be deleted by taking its manifest away: a database, say, or an
address that others have in their firewalls. What counts is the state as it was last applied, so dropping the protection
and the manifest in one commit is refused too. It takes two: one that sets \`protect: false\` and is applied, and a
later one that deletes the manifest.

There is no manifest left to point at, so \`stowage plan\` points at the file with the fleet's settings.`,
    applied: `apiVersion: stowage/v1
kind: IPAddress
metadata: { name: mail-v4, protect: true }
spec: { address: 49.12.8.25, type: public, state: reserved }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: mail }
spec: { state: inactive, resources: { min: { cores: 1 } } }
`,
    fails: `apiVersion: stowage/v1
kind: Service
metadata: { name: mail }
spec: { state: inactive, resources: { min: { cores: 1 } } }
`,
    passes: `apiVersion: stowage/v1
kind: IPAddress
metadata: { name: mail-v4, protect: false }
spec: { address: 49.12.8.25, type: public, state: reserved }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: mail }
spec: { state: inactive, resources: { min: { cores: 1 } } }
`,
  },
};
