import { hasErrors } from '../model/diagnostic.ts';
import type { InputFile } from '../model/input-file.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { PlannedFleet } from '../pipeline/plan-fleet.ts';
import { planFleet } from '../pipeline/plan-fleet.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';

/** A plan or why there is none, with the files that diagnostics point into. */
export interface ComputedPlan extends PlannedFleet {
  readonly files: readonly InputFile[];
}

/** Plans the fleet as it lies on disk against a recorded state. */
export function computePlan(context: Context, fleet: OpenFleet, recorded: RecordedState): ComputedPlan {
  const { workspace, project, projectFile, diagnostics: settings } = fleet;
  const { files, tree } = workspace.inventory(project.spec.inventory);
  const sources = projectFile ? [projectFile, ...files] : files;
  if (hasErrors(settings)) return { plan: null, diagnostics: settings, files: sources, resources: 0 };
  const planned = planFleet({
    project,
    files,
    tree,
    recorded,
    today: context.now().toISOString().slice(0, 10),
    version: context.version,
  });
  return { ...planned, diagnostics: [...settings, ...planned.diagnostics], files: sources };
}
