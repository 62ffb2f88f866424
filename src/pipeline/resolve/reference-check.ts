import type { Finding } from '../../model/finding.ts';
import type { ListedCheck } from '../../model/listed-check.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { InventoryIndex } from './inventory-index.ts';

/** A rule over names, keys and references, before there is a graph. Its file is named after its id. */
export interface ReferenceCheck extends ListedCheck {
  readonly severity: 'error';
  run(index: InventoryIndex, keys: ReadonlyMap<Manifest, string>): Iterable<Finding>;
}
