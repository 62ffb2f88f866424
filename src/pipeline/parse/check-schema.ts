import type { ErrorObject } from 'ajv';
import type { Address } from '../../model/address.ts';
import { addressOf } from '../../model/address.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Manifest } from '../../model/manifest.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import type { RawDocument } from './read-yaml.ts';
import type { SchemaMessage } from './schema-message.ts';
import { schemaMessage } from './schema-message.ts';
import { VALIDATORS } from './validators.js';

/** A document that is a manifest, or why it is none. */
export type SchemaVerdict =
  | { readonly manifest: Manifest }
  | { readonly diagnostics: readonly Diagnostic[]; readonly address?: Address };

/** Holds a document against its kind's schema and fills in defaults. */
export function checkSchema({ data, source }: RawDocument): SchemaVerdict {
  const fault = (code: string, told: SchemaMessage, address?: Address): Diagnostic => ({
    ...source.locate(told.pointer, told.part),
    code,
    severity: 'error',
    message: told.message,
    hint: told.hint,
    address,
    pointer: told.pointer,
    related: [],
  });
  if (!isMapping(data)) {
    const message = 'a manifest is a mapping of apiVersion, kind, metadata and spec';
    return { diagnostics: [fault('schema.type', { message, pointer: '', part: 'value' })] };
  }
  const { kind } = data;
  if (!isKind(kind)) return { diagnostics: [fault(...unknownKind(kind))] };
  const validate = VALIDATORS[kind];
  if (validate(data)) return { manifest: { ...(data as unknown as Manifest), source } };
  const name = isMapping(data.metadata) ? data.metadata.name : undefined;
  const address = typeof name === 'string' ? addressOf(kind, name) : undefined;
  const diagnostics = withoutBranches(validate.errors ?? []).map((error) =>
    fault(`schema.${error.keyword}`, schemaMessage(error), address),
  );
  return { diagnostics, address };
}

function isMapping(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isKind(kind: unknown): kind is KindName {
  return typeof kind === 'string' && Object.hasOwn(VALIDATORS, kind);
}

function unknownKind(kind: unknown): [string, SchemaMessage] {
  if (kind === undefined) {
    return ['schema.required', { message: 'the manifest lacks "kind"', hint: KNOWN_KINDS, pointer: '', part: 'value' }];
  }
  const near = typeof kind === 'string' ? nearestName(kind, Object.keys(VALIDATORS)) : undefined;
  const hint = near ? `did you mean ${near}?` : KNOWN_KINDS;
  const message = `there is no kind ${JSON.stringify(kind)}`;
  return ['schema.enum', { message, hint, pointer: '/kind', part: 'value' }];
}

const KNOWN_KINDS = `known kinds: ${Object.keys(VALIDATORS).join(', ')}`;

/** Where one of several forms was required, only that is said, not why each form failed. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'if');
  return errors.filter(
    (error) =>
      error.keyword !== 'if' &&
      !choices.some(
        (choice) =>
          choice !== error &&
          choice.keyword !== 'if' &&
          errors.indexOf(error) < errors.indexOf(choice) &&
          error.instancePath.startsWith(choice.instancePath) &&
          (error.schemaPath.startsWith(`${choice.schemaPath}/`) || !error.schemaPath.startsWith('#')),
      ),
  );
}
