import { splitAddress } from '../model/address.ts';
import type { Checked } from '../model/checked.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import type { Graph } from '../model/graph.ts';
import type { InputFile } from '../model/input-file.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import type { Project } from '../model/project.ts';
import type { KindName } from '../model/spec/spec-of.ts';
import { CHECK_CATALOGUE } from './check-catalogue.ts';
import { check } from './check/check.ts';
import { deliver } from './deliver/deliver.ts';
import { parse } from './parse/parse.ts';
import { resolve } from './resolve/resolve.ts';

/**
 * Reads files into the desired fleet and says everything that is wrong with it.
 * `today` is `YYYY-MM-DD`, UTC: some contracts expire. `project` is null where there are no settings to hold it against.
 * `recorded` tells where Hosts were made.
 */
export function validateFleet(
  files: readonly InputFile[],
  today: string,
  project: Project | null = null,
  recorded: readonly RecordedObject[] = [],
): Checked<Graph> {
  const parsed = parse(files);
  const { manifests, broken, incomplete } = parsed.value;
  const resolved = resolve(manifests, broken, incomplete);
  const graph = deliver(resolved.value, today, recorded);
  const unread = (kind: KindName): boolean =>
    incomplete ||
    resolved.missing.has(kind) ||
    [...broken].some((address) => splitAddress(address).kind === kind);
  const diagnostics = [
    ...parsed.diagnostics,
    ...resolved.diagnostics,
    ...check({ graph, today, unread, project }, CHECK_CATALOGUE),
  ];
  return { value: graph, diagnostics: diagnostics.sort(compareDiagnostics) };
}
