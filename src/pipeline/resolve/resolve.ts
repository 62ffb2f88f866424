import type { Address } from '../../model/address.ts';
import type { Checked } from '../../model/checked.ts';
import { diagnosticOf } from '../../model/finding.ts';
import { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import { dangling } from './dangling.ts';
import { InventoryIndex } from './inventory-index.ts';
import { naturalKey } from './natural-key.ts';
import { REFERENCE_CHECKS } from './reference-checks.ts';

/** The graph, and of which kinds something is named that is not there. */
export interface Resolved extends Checked<Graph> {
  readonly missing: ReadonlySet<KindName>;
}

/** Brings manifests together: names and keys are unique, and every reference leads somewhere. */
export function resolve(
  manifests: readonly Manifest[],
  broken: ReadonlySet<Address>,
  incomplete: boolean,
): Resolved {
  const index = new InventoryIndex(manifests, broken, incomplete);
  const keys = new Map(manifests.map((manifest) => [manifest, naturalKey(manifest, index)]));
  const references = index.uses.flatMap(({ from, pointer, to }) => (to ? [{ from, pointer, to }] : []));
  const diagnostics = REFERENCE_CHECKS.flatMap((check) =>
    [...check.run(index, keys)].map((finding) => diagnosticOf(finding, check.id, check.severity)),
  );
  const missing = new Set(dangling(index).flatMap(({ uses: [{ field }] }) => field.kinds));
  return { value: new Graph(manifests, references, keys), diagnostics, missing };
}
