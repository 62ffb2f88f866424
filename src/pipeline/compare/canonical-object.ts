import { KINDS } from '../../kinds/registry.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { Graph } from '../../model/graph.ts';
import { pointedAt } from '../../model/json-pointer.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import { replaceAt } from './replace-at.ts';

type Plain = Readonly<Record<string, unknown>>;

/**
 * The object a manifest asks for, in the one form in which it is recorded and compared: canonical spellings,
 * sorted sets, and references by the key of what they lead to, so that a renamed target is no change.
 */
export function canonicalObject(manifest: Manifest, graph: Graph): RecordedObject {
  const kind = KINDS[manifest.kind] as Kind;
  const { sets, references } = SCHEMA_FACTS[manifest.kind];
  let root: unknown = { spec: kind.canonical?.(manifest.spec) ?? manifest.spec };
  if (references.some(({ kinds }) => kinds.some((name) => SCHEMA_FACTS[name].key.length > 0))) {
    for (const { pointer, to } of graph.referencesFrom(manifest)) {
      const key = graph.keyOf(to);
      if (key !== to.metadata.name) root = replaceAt(root, pointer, key);
    }
  }
  for (const pattern of sets) {
    for (const { pointer, value } of pointedAt(root, pattern)) {
      if (Array.isArray(value)) root = replaceAt(root, pointer, [...(value as unknown[])].sort(byText));
    }
  }
  return {
    kind: manifest.kind,
    key: graph.keyOf(manifest),
    metadata: manifest.metadata,
    spec: (root as { spec: Plain }).spec,
    status: {},
  };
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
