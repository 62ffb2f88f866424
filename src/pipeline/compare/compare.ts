import type { Address } from '../../model/address.ts';
import { addressOfManifest } from '../../model/address.ts';
import type { Comparison, Difference } from '../../model/comparison.ts';
import type { Graph } from '../../model/graph.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import { canonicalObject } from './canonical-object.ts';
import { diffValues } from './diff-values.ts';
import { redacted } from './redacted.ts';

/** What a phase settled about objects beyond their specs; the status of any other object stays as it was recorded. */
export type Statuses = ReadonlyMap<Address, RecordedObject['status']>;

/** Holds the desired fleet against what is recorded, object by object, by natural key. No secret goes into the answer. */
export function compare(
  graph: Graph,
  recorded: readonly RecordedObject[],
  settled: Statuses = new Map(),
): Comparison {
  const before = new Map(recorded.map((object) => [identity(object), redacted(object)]));
  const differences: Difference[] = [];
  let unchanged = 0;
  for (const manifest of graph.manifests) {
    // The project says how to work on the fleet; it is no part of it.
    if (SCHEMA_FACTS[manifest.kind].group === 'project') continue;
    const desired = redacted(canonicalObject(manifest, graph));
    const known = before.get(identity(desired));
    before.delete(identity(desired));
    const after = { ...desired, status: settled.get(addressOfManifest(manifest)) ?? known?.status ?? {} };
    const changes = known ? changesBetween(known, after) : [];
    if (known && changes.length === 0) unchanged++;
    else differences.push({ manifest, before: known ?? null, after, changes });
  }
  for (const gone of before.values())
    differences.push({ manifest: null, before: gone, after: null, changes: [] });
  return { differences, unchanged };
}

/** Fields that differ, metadata first and status last. The name of an object with a natural key is no field of it. */
export function changesBetween(before: RecordedObject, after: RecordedObject) {
  const metadata = ({ metadata: { protect, annotations } }: RecordedObject) => ({
    protect: protect || undefined,
    annotations: annotations ?? {},
  });
  return [
    ...diffValues(metadata(before), metadata(after), 'metadata'),
    ...diffValues(before.spec, after.spec, 'spec'),
    ...diffValues(before.status, after.status, 'status'),
  ];
}

function identity({ kind, key }: RecordedObject): string {
  return `${kind}/${key}`;
}
