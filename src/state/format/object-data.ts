import type { RecordedObject } from '../../model/recorded-object.ts';
import type { Metadata } from '../../model/spec/definitions.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import type { Shape } from './shape.ts';

const API_VERSION = 'stowage/v1';

/** The fields of an object that stand in its YAML; its key stands elsewhere. */
export const OBJECT_FIELDS = ['apiVersion', 'kind', 'metadata', 'spec', 'status'] as const;

/** An object as its manifest would look, with what only the world knows as its status. */
export function objectData({ kind, metadata, spec, status }: RecordedObject): Record<string, unknown> {
  const { name, annotations, protect } = metadata;
  return {
    apiVersion: API_VERSION,
    kind,
    metadata: { name, ...(annotations && { annotations }), ...(protect && { protect }) },
    spec,
    ...(Object.keys(status).length > 0 && { status }),
  };
}

/** Reads an object of a kind back; throws a ShapeFault. */
export function objectOf(object: Shape, kinds: readonly KindName[], key: string): RecordedObject {
  object.field('apiVersion').oneOf([API_VERSION]);
  return {
    kind: object.field('kind').oneOf(kinds),
    key,
    metadata: metadataOf(object.field('metadata')),
    spec: object.field('spec').record(),
    status: object.field('status').optional()?.record() ?? {},
  };
}

/** Tells whether this version knows a kind. */
export function isKind(kind: string): kind is KindName {
  return Object.hasOwn(SCHEMA_FACTS, kind);
}

function metadataOf(shape: Shape): Metadata {
  const annotations = shape.only('name', 'annotations', 'protect').field('annotations').optional()?.texts();
  return {
    name: shape.field('name').text(),
    ...(annotations && { annotations }),
    protect: shape.field('protect').optional()?.truth() ?? false,
  };
}
