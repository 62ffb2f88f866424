import type { Placement } from '../../model/placement.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import type { Effect } from '../../model/step.ts';
import { amountsData, amountsOf } from './granted-amounts.ts';
import { OBJECT_FIELDS, objectData, objectOf } from './object-data.ts';
import type { Shape } from './shape.ts';

const KINDS = Object.keys(SCHEMA_FACTS) as KindName[];

/** What a step does to the recorded state, as YAML shows it: before and after where they are, objects as manifests. */
export function effectData(effect: Effect): Record<string, unknown> {
  const { of } = effect;
  if (of === 'object') return { of, ...around(effect, keyedData) };
  return { of, ...around(effect, placementData) };
}

/** Reads what a step does to the recorded state; throws a ShapeFault. */
export function effectOf(shape: Shape): Effect {
  shape.only('of', 'before', 'after');
  const read = <T>(name: string, one: (shape: Shape) => T): T | null => {
    const field = shape.field(name).optional();
    return field === undefined ? null : one(field);
  };
  const of = shape.field('of').oneOf(['object', 'placement']);
  if (of === 'object') return { of, before: read('before', keyedOf), after: read('after', keyedOf) };
  return { of, before: read('before', placementOf), after: read('after', placementOf) };
}

function around<T>(
  { before, after }: { readonly before: T | null; readonly after: T | null },
  data: (one: T) => Record<string, unknown>,
): Record<string, unknown> {
  return { ...(before && { before: data(before) }), ...(after && { after: data(after) }) };
}

/** No path says the key here, so the data do. */
function keyedData(object: RecordedObject): Record<string, unknown> {
  return { key: object.key, ...objectData(object) };
}

function keyedOf(shape: Shape): RecordedObject {
  return objectOf(shape.only('key', ...OBJECT_FIELDS), KINDS, shape.field('key').text());
}

function placementData({ service, instance, compute, granted }: Placement): Record<string, unknown> {
  return { service, instance, compute, granted: amountsData(granted) };
}

function placementOf(shape: Shape): Placement {
  shape.only('service', 'instance', 'compute', 'granted');
  return {
    service: shape.field('service').text(),
    instance: shape.field('instance').count(),
    compute: shape.field('compute').text(),
    granted: amountsOf(shape.field('granted')),
  };
}
