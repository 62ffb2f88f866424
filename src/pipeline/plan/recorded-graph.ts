import { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import type { Source } from '../../model/source.ts';

const NOWHERE: Source = {
  file: '',
  locate: () => ({ file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }),
};

/** A recorded object in the shape of a manifest, named by its key, as recorded references name it. */
export function recordedManifest({ kind, key, metadata, spec }: RecordedObject): Manifest {
  return {
    apiVersion: 'stowage/v1',
    kind,
    metadata: { ...metadata, name: key },
    spec: spec,
    source: NOWHERE,
  };
}

/** The fleet as it was last applied. */
export function recordedGraph(objects: readonly RecordedObject[]): Graph {
  return new Graph(objects.map(recordedManifest), [], new Map());
}
