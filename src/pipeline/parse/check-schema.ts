import type { Address } from '../../model/address.ts';
import { addressOf } from '../../model/address.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { compareDiagnostics } from '../../model/diagnostic.ts';
import type { Manifest } from '../../model/manifest.ts';
import { SCHEMA_FACTS } from '../../model/spec/schema-facts.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import { causes } from './causes.ts';
import { isKind, kindFault, kindsMeant } from './kind-fault.ts';
import type { RawDocument } from './read-yaml.ts';
import type { SchemaFault } from './explanation.ts';
import { schemaFault } from './schema-fault.ts';
import { isInSecret, secretFault } from './secret-fault.ts';
import { VALIDATORS } from './validators.js';

/** A document that is a manifest; or why it is none, and which addresses it may have been meant to have. */
export type SchemaVerdict =
  | { readonly manifest: Manifest }
  | { readonly diagnostics: readonly Diagnostic[]; readonly addresses: readonly Address[] };

/** Holds a document against its kind's schema and fills in defaults. */
export function checkSchema({ data, source }: RawDocument): SchemaVerdict {
  const told = (fault: SchemaFault, address?: Address): Diagnostic => ({
    ...source.locate(fault.at, fault.part),
    code: `schema.${fault.keyword}`,
    severity: 'error',
    message: fault.message,
    hint: fault.hint,
    address,
    pointer: fault.pointer,
    related: [],
  });
  if (!isMapping(data)) return { diagnostics: [told(NO_MAPPING)], addresses: [] };
  const { kind } = data;
  const addresses = addressesMeant(data, isKind(kind) ? [kind] : kindsMeant(kind));
  if (!isKind(kind)) return { diagnostics: [told(kindFault(data))], addresses };
  const validate = VALIDATORS[kind];
  if (validate(data)) return { manifest: { ...(data as unknown as Manifest), source } };
  const diagnostics = causes(validate.errors ?? []).map((error) =>
    told(
      isInSecret(error, SCHEMA_FACTS[kind].secrets)
        ? secretFault(error)
        : schemaFault(error, (pointer) => source.written(pointer)),
      addresses[0],
    ),
  );
  return { diagnostics: diagnostics.filter(isFirstThere), addresses };
}

/** What is wrong behind an anchor is wrong wherever an alias repeats it, and written once. */
function isFirstThere(one: Diagnostic, index: number, all: readonly Diagnostic[]): boolean {
  return index === all.findIndex((other) => compareDiagnostics(one, other) === 0);
}

const NO_MAPPING: SchemaFault = {
  keyword: 'type',
  message: 'a manifest is a mapping of apiVersion, kind, metadata and spec',
  hint: `begin it with: apiVersion: stowage/v1`,
  pointer: '',
  at: '',
  part: 'value',
};

function isMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function addressesMeant(data: Readonly<Record<string, unknown>>, kinds: readonly KindName[]): Address[] {
  const name = isMapping(data.metadata) ? data.metadata.name : undefined;
  if (typeof name !== 'string' && typeof name !== 'number') return [];
  return kinds.map((kind) => addressOf(kind, String(name)));
}
