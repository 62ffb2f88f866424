import { isSecretReference } from '../../model/is-secret-reference.ts';
import { pointedAt } from '../../model/json-pointer.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { HIDDEN } from '../../model/secret.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import { replaceAt } from './replace-at.ts';

/**
 * An object without secrets: where its schema says that one is referred to, a reference stays as it is, since it tells
 * nothing, and whatever else stands there, in a state that somebody edited, becomes `(secret)`.
 */
export function redacted(object: RecordedObject): RecordedObject {
  let root: unknown = object;
  for (const pattern of SCHEMA_FACTS[object.kind].secrets) {
    for (const { pointer, value } of pointedAt(object, pattern)) {
      if (!isSecretReference(value)) root = replaceAt(root, pointer, HIDDEN);
    }
  }
  return root as RecordedObject;
}
