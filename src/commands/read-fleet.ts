import { hasErrors } from '../model/diagnostic.ts';
import type { Graph } from '../model/graph.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Project } from '../model/project.ts';
import type { RecordedState } from '../model/recorded.ts';
import { deliverFleet } from '../pipeline/deliver-fleet.ts';
import { validateFleet } from '../pipeline/validate-fleet.ts';
import type { StateStore } from '../state/state-store.ts';
import type { ComputedPlan } from './compute-plan.ts';
import { brokenSettings } from './compute-plan.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';
import { fetchOrWarn } from './fetch-or-warn.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { todayOf } from './session.ts';

/** A valid fleet and what is recorded of it. */
export interface ReadFleet {
  readonly opened: OpenFleet;
  readonly project: Project;
  readonly files: readonly InputFile[];
  readonly graph: Graph;
  readonly store: StateStore;
  readonly recorded: RecordedState;
}

/** A fleet, or why it cannot be used, for `reportInvalid`. */
export type FleetOrFaults =
  { readonly fleet: ReadFleet; readonly faults?: undefined } | { readonly faults: ComputedPlan };

/** Reads manifests and recorded state, for a command that changes neither. */
export async function readFleet(context: Context, options: CommonOptions): Promise<FleetOrFaults> {
  const opened = openFleet(context, options);
  const broken = brokenSettings(opened);
  if (broken) return { faults: broken };
  const { workspace, project, projectFile } = opened;
  const { files } = workspace.inventory(project.spec.inventory);
  const { value: declared, diagnostics } = validateFleet(files, todayOf(context), project);
  if (hasErrors(diagnostics)) {
    const sources = projectFile ? [projectFile, ...files] : files;
    const told = [...opened.diagnostics, ...diagnostics];
    return {
      faults: { plan: null, diagnostics: told, files: sources, resources: declared.manifests.length },
    };
  }
  const store = await openState(context, opened);
  await fetchOrWarn(context, store);
  const recorded = await store.read();
  const graph = deliverFleet(declared, todayOf(context), recorded.objects);
  return { fleet: { opened, project, files, graph, store, recorded } };
}
