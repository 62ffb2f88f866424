import { addressOfManifest } from '../../../model/address.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** Two manifests of one kind, or a Host and a Compute, have one name. */
export const nameDuplicate: ReferenceCheck = {
  id: 'name.duplicate',
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
};
