import type { RecordedObject } from '../../model/recorded.ts';
import type { Metadata } from '../../model/spec/definitions.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import { decodeYamlFile } from './decode-yaml-file.ts';
import { fileText } from './file-text.ts';
import type { Shape } from './shape.ts';
import type { StateFile } from './state-file.ts';
import { unreadable } from './unreadable.ts';
import { encodeYaml } from './yaml-text.ts';

const API_VERSION = 'stowage/v1';

/** Writes an object as its manifest would look, with what only the world knows as its status. */
export function encodeObject({ kind, metadata, spec, status }: RecordedObject): string {
  const { name, annotations, protect } = metadata;
  return encodeYaml({
    apiVersion: API_VERSION,
    kind,
    metadata: { name, ...(annotations && { annotations }), ...(protect && { protect }) },
    spec,
    ...(Object.keys(status).length > 0 && { status }),
  });
}

/** Reads an object back; its kind and key are those of its path. Throws `state.unreadable`. */
export function decodeObject(file: StateFile, kind: string, key: string): RecordedObject {
  if (!isKind(kind)) throw unreadable(file, null, `${kind} is not a kind this stowage knows`);
  return decodeYamlFile(file, fileText(file), (object) => {
    object.only('apiVersion', 'kind', 'metadata', 'spec', 'status').field('apiVersion').oneOf([API_VERSION]);
    return {
      kind: object.field('kind').oneOf([kind]),
      key,
      metadata: metadataOf(object.field('metadata')),
      spec: object.field('spec').record(),
      status: object.field('status').optional()?.record() ?? {},
    };
  });
}

function metadataOf(shape: Shape): Metadata {
  const annotations = shape.only('name', 'annotations', 'protect').field('annotations').optional()?.texts();
  return {
    name: shape.field('name').text(),
    ...(annotations && { annotations }),
    protect: shape.field('protect').optional()?.truth() ?? false,
  };
}

function isKind(kind: string): kind is KindName {
  return Object.hasOwn(SCHEMA_FACTS, kind);
}
