import { hasErrors } from '../model/diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import { planFleet } from '../pipeline/plan-fleet.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';

/** A plan, or why there is none. */
export interface PlannedFleet {
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that diagnostics point into. */
  readonly files: readonly InputFile[];
  readonly resources: number;
}

/** Plans the fleet as it lies on disk against a recorded state. */
export function computePlan(context: Context, fleet: OpenFleet, recorded: RecordedState): PlannedFleet {
  const { workspace, project, projectFile, diagnostics: settings } = fleet;
  const { files, tree } = workspace.inventory(project.spec.inventory);
  const sources = projectFile ? [projectFile, ...files] : files;
  if (hasErrors(settings)) return { plan: null, diagnostics: settings, files: sources, resources: 0 };
  const { value: plan, diagnostics } = planFleet({
    project,
    files,
    tree,
    recorded,
    today: context.now().toISOString().slice(0, 10),
    version: context.version,
  });
  const resources = plan ? plan.summary.unchanged + plan.summary.create + plan.summary.update : 0;
  return { plan, diagnostics: [...settings, ...diagnostics], files: sources, resources };
}
