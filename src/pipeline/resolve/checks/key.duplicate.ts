import { addressOfManifest } from '../../../model/address.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { SCHEMA_FACTS } from '../../../model/spec/schema-facts.ts';
import type { KindName } from '../../../model/spec/spec-of.ts';
import type { ReferenceCheck } from '../reference-check.ts';

/** Kinds whose own checks say it, and say more. */
const SAID_ELSEWHERE: ReadonlySet<KindName> = new Set<KindName>(['IPAddress']);

/** How one manifest says what two were written for. */
const IN_ONE: Partial<Readonly<Record<KindName, string>>> = {
  DNSRecord: ', and list all values in it: value: [a, b]',
};

/** Two manifests of different names describe one thing. */
export const keyDuplicate: ReferenceCheck = {
  id: 'key.duplicate',
  severity: 'error',
  *run(_index, keys) {
    const seen = new Map<string, Manifest>();
    for (const [manifest, key] of keys) {
      const pointers = SCHEMA_FACTS[manifest.kind].key;
      if (pointers.length === 0 || SAID_ELSEWHERE.has(manifest.kind)) continue;
      const first = seen.get(`${manifest.kind} ${key}`);
      seen.set(`${manifest.kind} ${key}`, first ?? manifest);
      // Of two with one name, that they have one name is the mistake to mend.
      if (!first || first.metadata.name === manifest.metadata.name) continue;
      const fields = pointers.map((pointer) => pointer.split('/').pop()).join(' + ');
      yield {
        manifest,
        pointer: pointers[0] ?? '/metadata/name',
        message: `${addressOfManifest(manifest)} describes the same ${fields} as ${addressOfManifest(first)}`,
        hint: `a ${manifest.kind} is identified by its ${fields}; keep one manifest${IN_ONE[manifest.kind] ?? ''}`,
        related: [
          { manifest: first, pointer: pointers[0] ?? '/metadata/name', message: 'first described here' },
        ],
      };
    }
  },
  page: {
    meaning: `Some objects are identified by what they are and not by what a manifest calls them: a Component by its maker and model,
an Assignment by its service and compute. The recorded state goes by this key, so that renaming a manifest changes
nothing; two manifests with one key would describe one thing twice, and maybe differently. Spellings that mean the same
are the same key.`,
    fails: `apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { cores: 16, threads: 32 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: rome-16 }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { cores: 16, threads: 32 }
`,
    passes: `apiVersion: stowage/v1
kind: Component
metadata: { name: epyc-7302p }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { cores: 16, threads: 32 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: rome-16 }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7282
  specs: { cores: 16, threads: 32 }
`,
  },
};
