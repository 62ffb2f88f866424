import type { Address } from '../../model/address.ts';
import type { Checked } from '../../model/checked.ts';
import { diagnosticOf } from '../../model/finding.ts';
import { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { keyDuplicate } from './checks/key.duplicate.ts';
import { nameDuplicate } from './checks/name.duplicate.ts';
import { refCycle } from './checks/ref.cycle.ts';
import { refKind } from './checks/ref.kind.ts';
import { refUnknown } from './checks/ref.unknown.ts';
import { InventoryIndex } from './inventory-index.ts';
import { naturalKey } from './natural-key.ts';

const CHECKS = [nameDuplicate, keyDuplicate, refUnknown, refKind, refCycle];

/** Brings manifests together: names and keys are unique, and every reference leads somewhere. */
export function resolve(
  manifests: readonly Manifest[],
  broken: ReadonlySet<Address>,
  incomplete: boolean,
): Checked<Graph> {
  const index = new InventoryIndex(manifests, broken, incomplete);
  const keys = new Map(manifests.map((manifest) => [manifest, naturalKey(manifest, index)]));
  const references = index.uses.flatMap(({ from, pointer, to }) => (to ? [{ from, pointer, to }] : []));
  const diagnostics = CHECKS.flatMap((check) =>
    [...check.run(index, keys)].map((finding) => diagnosticOf(finding, check.id, 'error')),
  );
  return { value: new Graph(manifests, references, keys), diagnostics };
}
