import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { InputFile } from '../../src/model/input-file.ts';

/** Files that are validated together, and the errors each of them must have: `code line:column`. */
export interface Fleet {
  readonly name: string;
  readonly files: readonly InputFile[];
  readonly expected: Readonly<Record<string, readonly string[]>>;
}

export const CORPUS = 'test/hostile';

/** The files of this folder, each a fleet of its own; those below `together/` one fleet per folder. */
export function corpus(): readonly Fleet[] {
  const expected = parse(readFileSync(join(CORPUS, 'expected.yaml'), 'utf8')) as Record<string, string[]>;
  const fleets = new Map<string, string[]>();
  for (const path of staticFiles()) {
    const name = path.startsWith('together/') ? dirname(path) : path;
    fleets.set(name, [...(fleets.get(name) ?? []), path]);
  }
  return [...fleets].map(([name, paths]) => ({
    name,
    files: paths.map((path) => ({ path, bytes: readFileSync(join(CORPUS, path)) })),
    expected: Object.fromEntries(paths.map((path) => [path, expected[path] ?? ['no row in expected.yaml']])),
  }));
}

/** Paths of all manifests of the corpus, relative to it. */
export function staticFiles(): readonly string[] {
  return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml') && path !== 'expected.yaml')
    .sort();
}

/** Paths that `expected.yaml` has a row for. */
export function expectedFiles(): readonly string[] {
  return Object.keys(parse(readFileSync(join(CORPUS, 'expected.yaml'), 'utf8')) as object).sort();
}
