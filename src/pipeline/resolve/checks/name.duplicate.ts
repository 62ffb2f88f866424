import { addressOfManifest } from '../../../model/address.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** Two manifests of one kind, or a Host and a Compute, have one name. */
export const nameDuplicate: ReferenceCheck = {
  id: 'name.duplicate',
  severity: 'error',
  *run(index) {
    for (const [first, ...others] of index.namesakes()) {
      for (const manifest of others) {
        yield {
          manifest,
          pointer: '/metadata/name',
          message:
            first && first.kind !== manifest.kind
              ? `${addressOfManifest(manifest)} has the name of ${addressOfManifest(first)}, and a Host is a Compute once it is there`
              : `${addressOfManifest(manifest)} is declared twice`,
          hint: 'rename or remove one of the two',
          related: first && [{ manifest: first, pointer: '/metadata/name', message: 'first declared here' }],
        };
      }
    }
  },
  page: {
    meaning: `Others refer to a manifest by its kind and name, so a name can stand for one manifest of a kind only. Which of two would
be meant is not guessed. Names may repeat between kinds: an IPAddress and a Compute may both be called \`web-01\`.`,
    fails: `apiVersion: stowage/v1
kind: Service
metadata: { name: api }
spec: { resources: { min: { cores: 2 } } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: api }
spec: { resources: { min: { cores: 4 } } }
`,
    passes: `apiVersion: stowage/v1
kind: Service
metadata: { name: api }
spec: { resources: { min: { cores: 2 } } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: api-batch }
spec: { resources: { min: { cores: 4 } } }
`,
  },
};
