import { addressOfManifest } from '../../../model/address.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { SCHEMA_FACTS } from '../../../model/spec/schema-facts.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** Two manifests of different names describe one thing. */
export const keyDuplicate: ReferenceCheck = {
  id: 'key.duplicate',
  *run(_index, keys) {
    const seen = new Map<string, Manifest>();
    for (const [manifest, key] of keys) {
      const pointers = SCHEMA_FACTS[manifest.kind].key;
      if (pointers.length === 0) continue;
      const first = seen.get(`${manifest.kind} ${key}`);
      seen.set(`${manifest.kind} ${key}`, first ?? manifest);
      // Of two with one name, that they have one name is the mistake to mend.
      if (!first || first.metadata.name === manifest.metadata.name) continue;
      const fields = pointers.map((pointer) => pointer.split('/').pop()).join(' + ');
      yield {
        manifest,
        pointer: pointers[0] ?? '/metadata/name',
        message: `${addressOfManifest(manifest)} describes the same ${fields} as ${addressOfManifest(first)}`,
        hint: `a ${manifest.kind} is identified by its ${fields}; keep one manifest`,
        related: [
          { manifest: first, pointer: pointers[0] ?? '/metadata/name', message: 'first described here' },
        ],
      };
    }
  },
};
