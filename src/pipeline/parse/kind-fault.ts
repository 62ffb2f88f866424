import { nearestName } from '../../model/nearest-name.ts';
import type { KindName } from '../../model/spec/spec-of.ts';
import type { SchemaFault } from './explanation.ts';
import { shown } from './shown.ts';
import { VALIDATORS } from './validators.js';

export const KIND_NAMES = Object.keys(VALIDATORS) as readonly KindName[];

/** Tells whether there is a schema for a document's kind. */
export function isKind(kind: unknown): kind is KindName {
  return typeof kind === 'string' && Object.hasOwn(VALIDATORS, kind);
}

/** The kinds that a document without a known one may have been meant to be. */
export function kindsMeant(kind: unknown): readonly KindName[] {
  const near = typeof kind === 'string' ? nearestName(kind, KIND_NAMES) : undefined;
  return near ? [near as KindName] : KIND_NAMES;
}

/** Says what is wrong with the kind of a document that has no known one. */
export function kindFault(data: Readonly<Record<string, unknown>>): SchemaFault {
  if (!Object.hasOwn(data, 'kind')) {
    const near = nearestName(
      'kind',
      Object.keys(data).filter((name) => name !== 'metadata' && name !== 'spec'),
    );
    const message = 'the manifest lacks "kind"';
    if (!near) return { keyword: 'required', message, hint: KNOWN, pointer: '', at: '', part: 'key' };
    return {
      keyword: 'required',
      message,
      hint: `rename ${near} to kind`,
      pointer: '',
      at: `/${near}`,
      part: 'key',
    };
  }
  const { kind } = data;
  if (typeof kind === 'string') {
    const [near, ...others] = kindsMeant(kind);
    const hint = others.length === 0 ? `did you mean ${near}?` : KNOWN;
    return {
      keyword: 'enum',
      message: `there is no kind ${shown(kind)}`,
      hint,
      pointer: '/kind',
      at: '/kind',
      part: 'value',
    };
  }
  const message = `kind must be the name of one, and it is ${shown(kind)}`;
  return { keyword: 'type', message, hint: KNOWN, pointer: '/kind', at: '/kind', part: 'value' };
}

const KNOWN = `known kinds: ${KIND_NAMES.join(', ')}`;
