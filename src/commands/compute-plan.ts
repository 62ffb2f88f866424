import { hasErrors } from '../model/diagnostic.ts';
import type { InputFile } from '../model/input-file.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Validation } from '../model/validation.ts';
import type { PlannedFleet } from '../pipeline/plan-fleet.ts';
import { PROJECT_FILE } from '../pipeline/read-project.ts';
import { planFleet } from '../pipeline/plan-fleet.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';
import { todayOf } from './session.ts';

/** A plan or why there is none, with the files that diagnostics point into. */
export interface ComputedPlan extends PlannedFleet {
  readonly files: readonly InputFile[];
}

/**
 * Why nothing can be planned before anything is read: without its settings nobody knows where the fleet's
 * manifests and state are. Null where the settings are sound.
 */
export function brokenSettings({ projectFile, diagnostics }: OpenFleet): ComputedPlan | null {
  if (!hasErrors(diagnostics)) return null;
  return { plan: null, diagnostics, files: projectFile ? [projectFile] : [], resources: 0 };
}

/** What a plan says of the manifests, in the way `validate` says it. */
export function validationOf({ files, resources, diagnostics }: ComputedPlan): Validation {
  return { files: files.filter(({ path }) => path !== PROJECT_FILE).length, resources, diagnostics };
}

/** Plans the fleet as it lies on disk against a recorded state. */
export function computePlan(context: Context, fleet: OpenFleet, recorded: RecordedState): ComputedPlan {
  const { workspace, project, projectFile, diagnostics: settings } = fleet;
  const { files, treeId } = workspace.inventory(project.spec.inventory);
  const sources = projectFile ? [projectFile, ...files] : files;
  const planned = planFleet({
    project,
    files,
    tree: treeId(),
    recorded,
    today: todayOf(context),
    version: context.version,
  });
  return { ...planned, diagnostics: [...settings, ...planned.diagnostics], files: sources };
}
