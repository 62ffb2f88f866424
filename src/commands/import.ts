import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ExitCode } from '../model/exit-code.ts';
import type { Graph } from '../model/graph.ts';
import type { Imported } from '../model/imported.ts';
import type { Manifest } from '../model/manifest.ts';
import { nearestName } from '../model/nearest-name.ts';
import { StowageError } from '../model/stowage-error.ts';
import { importFleet } from '../pipeline/import-fleet.ts';
import type { ImportPlace } from '../render/import-manifests.ts';
import { importManifests } from '../render/import-manifests.ts';
import { importSummary } from '../render/import-summary.ts';
import { askCensus } from './ask-census.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import { importWorkspace } from './import-workspace.ts';
import type { CommonOptions } from './options.ts';
import { readFleet } from './read-fleet.ts';
import { reportInvalid } from './report-invalid.ts';

/** Options of `import`. */
export interface ImportOptions extends CommonOptions {
  /** The ComputeProvider whose machines are taken over. */
  readonly provider: string;
  readonly workspace?: string;
  /** A folder for a file of manifests. */
  readonly write?: string;
  /** Machines that do not run, too. */
  readonly all?: boolean;
}

const SCHEMA = 'schemas/stowage.json';

/** Writes the manifests that take over the machines of a provider which no Host has. Nothing is changed there. */
export async function importCommand(
  context: Context,
  family: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const read = await readFleet(context, options);
  if (read.faults) return reportInvalid(context, read.faults, options);
  const { opened, project, graph, recorded } = read.fleet;
  const { root } = opened.workspace;
  const { metadata, spec } = providerNamed(options.provider, family, graph);
  const provider = metadata.name;
  const workspace = importWorkspace(provider, graph, recorded.objects, options.workspace);
  const open = discreetProviders(context, root, project);
  const census = await askCensus(open, provider, spec, project.name);
  if (!('found' in census)) throw new StowageError('import.provider', census.message, census.hint);
  const all = options.all === true;
  const imported = importFleet({ fleet: project.name, graph, recorded, census, all });

  const place = { workspace, provider, family };
  if (!options.quiet) context.stderr.write(importSummary(imported, provider));
  if (imported.hosts.length === 0) return ExitCode.Success;
  if (options.write === undefined) {
    context.stdout.write(importManifests(imported, place, SCHEMA));
    return ExitCode.Success;
  }
  const file = write(context, imported, place, options.write, root);
  const where = options.chdir === undefined ? '' : ` -C ${options.chdir}`;
  if (!options.quiet)
    context.stderr.write(`Wrote ${file}\nNext: stowage validate${where}, then a pull request\n`);
  return ExitCode.Success;
}

function providerNamed(name: string, family: string, graph: Graph): Manifest<'ComputeProvider'> {
  const found = graph.get('ComputeProvider', name);
  if (!found) {
    const near = nearestName(
      name,
      graph.all('ComputeProvider').map(({ metadata }) => metadata.name),
    );
    const hint = near ? `did you mean ${near}?` : 'declare it first; see `stowage schema ComputeProvider`';
    throw new StowageError('import.unknown-provider', `there is no ComputeProvider ${name}`, hint);
  }
  if (found.spec.family === family) return found;
  const message = `${name} is of the family ${found.spec.family}, not ${family}`;
  throw new StowageError(
    'import.family',
    message,
    `write stowage import ${found.spec.family} --provider ${name}`,
  );
}

/** Writes one file, named after its first host, which is the name of no host there is. */
function write(
  context: Context,
  imported: Imported,
  place: ImportPlace,
  folder: string,
  root: string,
): string {
  const directory = resolve(context.cwd, folder);
  const file = join(directory, `imported-${imported.hosts[0]?.name}.yaml`);
  try {
    mkdirSync(directory, { recursive: true });
    context.writeFile(file, importManifests(imported, place, relative(directory, join(root, SCHEMA))));
  } catch (error) {
    throw new StowageError(
      'import.unwritable',
      `the manifests cannot be written to ${folder} (${(error as NodeJS.ErrnoException).code})`,
      'name a folder that may be written to',
    );
  }
  return relative(context.cwd, file);
}
