import type { RecordedObject } from '../../model/recorded-object.ts';
import { decodeYamlFile } from './decode-yaml-file.ts';
import { fileText } from './file-text.ts';
import { isKind, OBJECT_FIELDS, objectData, objectOf } from './object-data.ts';
import type { StateFile } from './state-file.ts';
import { unreadable } from './unreadable.ts';
import { encodeYaml } from './yaml-text.ts';

/** Writes an object as its manifest would look, with what only the world knows as its status. */
export function encodeObject(object: RecordedObject): string {
  return encodeYaml(objectData(object));
}

/** Reads an object back; its kind and key are those of its path. Throws `state.unreadable`. */
export function decodeObject(file: StateFile, kind: string, key: string): RecordedObject {
  if (!isKind(kind)) throw unreadable(file, null, `${kind} is not a kind this stowage knows`);
  return decodeYamlFile(file, fileText(file), (object) =>
    objectOf(object.only(...OBJECT_FIELDS), [kind], key),
  );
}
