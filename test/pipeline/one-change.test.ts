import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { InputFile } from '../../src/model/input-file.ts';
import type { Step } from '../../src/model/step.ts';
import { applied, fileOf, planOf } from '../support/planned.ts';

/** The sample fleet: every document of every file, on its own. */
const DOCUMENTS = readdirSync('inventory', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .flatMap((path) =>
    parseAllDocuments(readFileSync(join('inventory', path), 'utf8'))
      .map((document) => document.toJS({}) as Written | null)
      .filter((written) => written !== null),
  );

interface Written {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Record<string, string> };
  readonly spec: Record<string, unknown>;
}

/** One valid edit of a manifest's kind, which every manifest of the kind takes. */
const EDITS: Record<string, (spec: Record<string, unknown>) => Record<string, unknown>> = {
  Compute: (spec) => ({ ...spec, tags: { ...(spec['tags'] as object), edited: 'yes' } }),
  Component: (spec) => ({ ...spec, notes: 'edited' }),
  ComponentAssignment: (spec) => ({ ...spec, notes: 'edited' }),
  Service: (spec) => ({ ...spec, description: 'edited' }),
  IPAddress: (spec) => ({ ...spec, notes: 'edited' }),
  IPPool: (spec) => ({ ...spec, region: 'edited' }),
  DNSZone: (spec) => ({ ...spec, ttl: 7201 }),
  DNSRecord: (spec) => ({ ...spec, notes: 'edited' }),
  PortAssignment: (spec) => ({ ...spec, description: 'edited' }),
  FirewallRule: (spec) => ({ ...spec, description: 'edited' }),
  FirewallAssignment: (spec) => ({ ...spec, enabled: spec['enabled'] === false }),
  Assignment: (spec) => ({ ...spec, reason: 'edited' }),
};

/** The inventory with one of its documents replaced; each is a file of its own, so that only that is read anew. */
function inventory(index?: number, document?: Written): InputFile[] {
  return DOCUMENTS.map((written, at) =>
    fileOf(`${at}.yaml`, JSON.stringify(at === index ? document : written)),
  );
}

/** The first manifest of every kind and a few more, the same in every run. */
function sample(count: number): number[] {
  const kinds = [...new Set(DOCUMENTS.map(({ kind }) => kind))];
  const firsts = kinds.map((kind) => DOCUMENTS.findIndex((document) => document.kind === kind));
  let seed = 20260301;
  const more = Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % DOCUMENTS.length;
  });
  return [...new Set([...firsts, ...more])];
}

const first = planOf(inventory());
const before = applied(first);

describe('any change of one manifest is planned as exactly that change', () => {
  test('and no change as none', () => {
    expect(first.steps.length).toBeGreaterThan(600);
    expect(planOf(inventory(), { recorded: before }).steps).toEqual([]);
  });

  test.each(
    sample(2).map((index): [string, number] => {
      const { kind, metadata } = DOCUMENTS[index] as Written;
      return [`${kind}/${metadata.name}`, index];
    }),
  )('%s, there and back', (address, index) => {
    const document = DOCUMENTS[index] as Written;
    const edit = EDITS[document.kind];
    const changed: Written = edit
      ? { ...document, spec: edit(document.spec) }
      : { ...document, metadata: { ...document.metadata, annotations: { edited: 'yes' } } };

    const there = planOf(inventory(index, changed), { recorded: before });
    expect(there.steps.map(({ id }) => id)).toEqual([`update:${address}`]);
    const after = applied(there, before);
    const back = planOf(inventory(), { recorded: after });
    expect(back.steps.map(({ id }) => id)).toEqual([`update:${address}`]);
    expect(back.steps.map(turned)).toEqual(there.steps.map(({ changes }) => changes));
  });
});

/** The changes of a step with before and after exchanged. */
function turned({ changes }: Step): unknown[] {
  return changes.map(({ path, before: was, after: is }) => ({
    path,
    ...(is !== undefined && { before: is }),
    ...(was !== undefined && { after: was }),
  }));
}
