import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Change } from '../../src/model/change.ts';
import type { Graph } from '../../src/model/graph.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import type { Kind } from '../../src/kinds/kind.ts';
import { SCHEMA_FACTS } from '../../src/model/spec/schema-facts.ts';
import { canonicalObject } from '../../src/pipeline/compare/canonical-object.ts';
import { changesBetween } from '../../src/pipeline/compare/compare.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { diagnose, TODAY } from '../support/diagnose.ts';

/** The form of src/kinds/<kind>/cases.yaml. */
interface Cases {
  readonly valid: readonly {
    readonly name: string;
    readonly manifest: unknown;
    readonly with?: readonly unknown[];
  }[];
  readonly invalid: readonly {
    readonly name: string;
    readonly manifest: unknown;
    readonly with?: readonly unknown[];
    readonly expect: readonly { readonly code: string; readonly pointer: string }[];
  }[];
  readonly changes: readonly {
    readonly name: string;
    readonly before: unknown;
    readonly after: unknown;
    readonly expect: readonly Change[];
  }[];
}

const folders = readdirSync('src/kinds').filter((folder) => existsSync(`src/kinds/${folder}/index.ts`));

test('every kind has cases', () => {
  expect(folders.filter((folder) => !existsSync(`src/kinds/${folder}/cases.yaml`))).toEqual([]);
  expect(folders).toHaveLength(Object.keys(SCHEMA_FACTS).length);
});

describe.each(folders)('%s', (folder) => {
  const cases = parse(readFileSync(`src/kinds/${folder}/cases.yaml`, 'utf8')) as Cases;

  test.each(cases.valid)('accepts $name', ({ manifest, with: others = [] }) => {
    const diagnostics = diagnose(documents(manifest, ...others));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(cases.valid)('sums up $name, and has one canonical form of it', ({ manifest }) => {
    const graph = graphOf(manifest);
    const { kind: name, spec } = graph.manifests[0]!;
    const kind = KINDS[name] as Kind;
    expect(kind.summary(spec)).toMatch(/^(?!.*(undefined|NaN|\[object))\S.*\S$/);
    const canonical = kind.canonical?.(spec) ?? spec;
    expect(kind.canonical?.(canonical) ?? canonical).toEqual(canonical);
  });

  test.each(cases.invalid)('refuses $name', ({ manifest, with: others = [], expect: expected }) => {
    const found = diagnose(documents(manifest, ...others)).filter(({ severity }) => severity === 'error');
    expect(found.map(({ code, pointer }) => ({ code, pointer })).sort(byText)).toEqual(
      [...expected].sort(byText),
    );
  });

  test.each(cases.changes)('tells the change: $name', ({ before, after, expect: expected }) => {
    const [left, right] = [onlyObject(before), onlyObject(after)];
    expect(right.key).toBe(left.key);
    expect([...changesBetween(left, right)].sort(byText)).toEqual([...expected].sort(byText));
  });
});

function documents(...manifests: readonly unknown[]): string {
  return manifests.map((manifest) => stringify(manifest)).join('---\n');
}

/** A manifest alone; what it refers to need not be there. */
function graphOf(manifest: unknown): Graph {
  const files = [{ path: 'fleet.yaml', bytes: new TextEncoder().encode(stringify(manifest)) }];
  return validateFleet(files, TODAY).value;
}

/** A manifest as it would be recorded. */
function onlyObject(manifest: unknown) {
  const graph = graphOf(manifest);
  const [only] = graph.manifests;
  if (!only) throw new Error('the manifest of the case is not valid');
  return canonicalObject(only, graph);
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
