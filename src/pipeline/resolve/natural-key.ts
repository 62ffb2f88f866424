import { KINDS } from '../../kinds/registry.ts';
import type { Kind } from '../../kinds/kind.ts';
import { pointedAt } from '../../model/json-pointer.ts';
import type { Manifest } from '../../model/manifest.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { InventoryIndex } from './inventory-index.ts';

/**
 * What identifies a manifest's object: its name, or the canonical values of its kind's natural key. A key
 * that is itself a reference counts by what it leads to, so that renaming the target changes nothing.
 */
export function naturalKey(manifest: Manifest, index: InventoryIndex): string {
  const { key, references } = SCHEMA_FACTS[manifest.kind];
  if (key.length === 0) return manifest.metadata.name;
  const kind = KINDS[manifest.kind] as Kind;
  const canonical = { spec: kind.canonical?.(manifest.spec) ?? manifest.spec };
  return key
    .map((pointer) => {
      const value = pointedAt(canonical, pointer)[0]?.value;
      const field = references.find((reference) => reference.pointer === pointer);
      const target = field?.kinds.map((name) => index.get(name, String(value))).find(Boolean);
      return target && target !== manifest ? naturalKey(target, index) : String(value);
    })
    .join(' ');
}
