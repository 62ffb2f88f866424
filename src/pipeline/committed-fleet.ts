import { canonicalJson } from '../model/canonical-json.ts';
import type { Snapshot } from '../model/history.ts';
import type { InputFile } from '../model/input-file.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import { compare } from './compare/compare.ts';
import type { ParsedInventory } from './parse/parse.ts';
import { parse } from './parse/parse.ts';
import { resolve } from './resolve/resolve.ts';

/** One thing that commits change: an object, or a file that says how to work on all of them. */
export interface CommittedThing {
  readonly value: string;
  readonly object: RecordedObject | null;
}

/** By identity. */
export type CommittedFleet = ReadonlyMap<string, CommittedThing>;

/** What was read of files before, by path and bytes: most commits leave most files alone. */
export type Readings = Map<string, WeakMap<Uint8Array, ParsedInventory>>;

/** Reads the fleet out of a snapshot. What is not valid in it is not there. */
export function committedFleet(snapshot: Snapshot, readings: Readings): CommittedFleet {
  const parsed = snapshot.manifests.map((file) => reading(file, readings));
  const { value: graph } = resolve(
    parsed.flatMap(({ manifests }) => manifests),
    new Set(parsed.flatMap(({ broken }) => [...broken])),
    parsed.some(({ incomplete }) => incomplete),
  );
  const objects = compare(graph, []).differences.flatMap(({ after }) => after ?? []);
  const files = [snapshot.settings, snapshot.signers].flatMap((file) => file ?? []);
  return new Map<string, CommittedThing>([
    ...files.map(
      ({ path, bytes }) => [path, { value: Buffer.from(bytes).toString('hex'), object: null }] as const,
    ),
    ...objects.map((object) => [`${object.kind}/${object.key}`, thingOf(object)] as const),
  ]);
}

function reading(file: InputFile, readings: Readings): ParsedInventory {
  const byBytes = readings.get(file.path) ?? new WeakMap<Uint8Array, ParsedInventory>();
  readings.set(file.path, byBytes);
  const known = byBytes.get(file.bytes) ?? parse([file]).value;
  byBytes.set(file.bytes, known);
  return known;
}

function thingOf(object: RecordedObject): CommittedThing {
  const { annotations = {}, protect = false } = object.metadata;
  return { value: canonicalJson([annotations, protect, object.spec]), object };
}

/** The objects of a committed fleet. */
export function objectsIn(fleet: CommittedFleet): RecordedObject[] {
  return [...fleet.values()].flatMap(({ object }) => object ?? []);
}
