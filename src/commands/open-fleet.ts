import { basename, relative } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Project } from '../model/project.ts';
import { StowageError } from '../model/stowage-error.ts';
import { PROJECT_FILE, readProject } from '../pipeline/read-project.ts';
import type { LeaseStore } from '../state/lease-store.ts';
import type { StateStore } from '../state/state-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Context, StateLocation } from './context.ts';
import type { CommonOptions } from './options.ts';
import { rootOf } from './session.ts';

/** A fleet's folder with its settings read. */
export interface OpenFleet {
  readonly workspace: Workspace;
  readonly project: Project;
  /** `stowage.yaml`, where there is one. */
  readonly projectFile: InputFile | null;
  /** What is wrong with the settings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens the folder a command works on and reads its `stowage.yaml`. */
export function openFleet(context: Context, options: CommonOptions): OpenFleet {
  const workspace = context.openWorkspace(rootOf(context, options));
  const projectFile = workspace.file(PROJECT_FILE);
  const above = projectFile ? null : workspace.above(PROJECT_FILE);
  if (above !== null) throw insideFleet(relative(context.cwd, above) || '.', options);
  const { value: project, diagnostics } = readProject(projectFile, basename(workspace.root));
  return { workspace, project, projectFile, diagnostics };
}

/** Taken for a fleet of its own, part of one would be planned against the records of the whole. */
function insideFleet(above: string, { chdir }: CommonOptions): StowageError {
  const where = chdir === undefined ? 'this folder' : chdir;
  return new StowageError(
    'workspace.inside',
    `${where} is part of the fleet at ${above}, and has no ${PROJECT_FILE} of its own`,
    `run it with -C ${above}; to make it a fleet by itself, give it a ${PROJECT_FILE} with a state branch of its own`,
  );
}

/** Opens the fleet's recorded state; only where the settings that say which branch it is are sound. */
export async function openState(context: Context, fleet: OpenFleet): Promise<StateStore> {
  return await context.openStateStore(locationOf(fleet));
}

/** Opens where the lease of the fleet is kept. */
export async function openLeases(context: Context, fleet: OpenFleet): Promise<LeaseStore> {
  return await context.openLeaseStore(locationOf(fleet));
}

function locationOf({ workspace, project, diagnostics }: OpenFleet): StateLocation {
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault) {
    const { file, line, message } = fault;
    throw new StowageError(
      'project.invalid',
      `${file}:${line}: ${message}`,
      'see all that is wrong with `stowage validate`',
      ExitCode.Invalid,
    );
  }
  const { branch, remote } = project.spec.state;
  return { directory: workspace.root, branch, remote: remote === 'none' ? null : remote };
}
