import type { Finding } from '../../model/finding.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { InventoryIndex } from './inventory-index.ts';

/** A rule over names, keys and references, before there is a graph. Its file is named after its id. */
export interface ReferenceCheck {
  readonly id: string;
  run(index: InventoryIndex, keys: ReadonlyMap<Manifest, string>): Iterable<Finding>;
}
