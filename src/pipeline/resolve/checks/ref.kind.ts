import { dangling } from '../dangling.ts';
import { namedToo } from '../named-too.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** A field names a manifest of another kind than it takes. */
export const refKind: ReferenceCheck = {
  id: 'ref.kind',
  severity: 'error',
  *run(index) {
    for (const { uses, stranger } of dangling(index)) {
      const [{ from, pointer, name, field }, ...others] = uses;
      const wanted = field.kinds.join(' or ');
      const bare = name.slice(name.indexOf('/') + 1);
      if (bare !== name) {
        yield {
          manifest: from,
          pointer,
          message: `the field takes the bare name of a ${wanted}, and here is "${name}"`,
          hint: `write ${bare}`,
          related: others.map(namedToo),
        };
      } else if (stranger) {
        yield {
          manifest: from,
          pointer,
          message: `the field takes a ${wanted}, and ${name} is a ${stranger.kind}`,
          related: [
            { manifest: stranger, pointer: '/kind', message: `${name} is declared here` },
            ...others.map(namedToo),
          ],
        };
      }
    }
  },
  page: {
    meaning: `A field that refers to another manifest takes one of certain kinds: an Assignment pins a *Service* to a *Compute* or
a *Host*. Here there is a manifest of that name, but of a kind the field cannot take, or the kind is written before the
name, where the field alone says what it is.`,
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
  service: postgres
  compute: berlin-cpus
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
