import { addressOf } from '../../../model/address.ts';
import { nearestName } from '../../../model/nearest-name.ts';
import { dangling } from '../dangling.ts';
import { namedToo } from '../named-too.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** Comparing thousands of names with thousands takes long, and after a hundred hints nobody reads on. */
const MAX_HINTS = 100;

/** What is named does not exist. Everything that misses one and the same thing is one finding. */
export const refUnknown: ReferenceCheck = {
  id: 'ref.unknown',
  severity: 'error',
  *run(index) {
    let hints = 0;
    for (const { uses, stranger } of dangling(index)) {
      const [{ from, pointer, name, field }, ...others] = uses;
      if (stranger || name.includes('/')) continue;
      const near = hints++ < MAX_HINTS ? nearestName(name, index.namesOf(field.kinds)) : undefined;
      const missing = `there is no ${field.kinds.join(' or ')} named ${name}`;
      yield {
        manifest: from,
        pointer,
        message: others.length === 0 ? missing : `${missing}, and ${uses.length} fields name it`,
        hint: near
          ? `did you mean ${near}?`
          : `declare ${addressOf(field.kinds[0] ?? from.kind, name)}, or correct the name`,
        related: others.map(namedToo),
      };
    }
  },
  page: {
    meaning: `A manifest names another that does not exist: the name is misspelt, or the manifest it stands for was deleted or was
never written. Where something near it exists, the error says so.

What misses one and the same thing is one error: after a Compute was deleted that twelve others name, the first of them
is shown, and the other places below it. Checks that would build on the reference say nothing until it leads somewhere.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec: { type: vm, provider: own, region: berlin }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec: { type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: berlin-cpus }
spec: { component: epyc-7302p, computes: [ber1-db-01] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec: { resources: { min: { cores: 4 } } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: pin-postgres }
spec:
  service: postgers
  compute: ber1-db-01
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec: { type: vm, provider: own, region: berlin }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec: { type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: berlin-cpus }
spec: { component: epyc-7302p, computes: [ber1-db-01] }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec: { resources: { min: { cores: 4 } } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: pin-postgres }
spec:
  service: postgres
  compute: ber1-db-01
`,
  },
};
