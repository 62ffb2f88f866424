import type { Occasion } from '../../src/apply/acts-of.ts';
import { actsOf } from '../../src/apply/acts-of.ts';
import type { Graph } from '../../src/model/graph.ts';
import type { InputFile } from '../../src/model/input-file.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Project } from '../../src/model/project.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import { recordedAfter } from '../../src/model/recorded-after.ts';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import { planFleet } from '../../src/pipeline/plan-fleet.ts';
import { readProject } from '../../src/pipeline/read-project.ts';
import { validateFleet } from '../../src/pipeline/validate-fleet.ts';
import { TODAY } from './diagnose.ts';

/** What of a plan's inputs is out of the ordinary. */
export interface Around {
  readonly recorded?: RecordedState;
  readonly spec?: Partial<Project['spec']>;
  readonly today?: string;
  readonly tree?: string;
  readonly version?: string;
}

/** One file of an inventory. */
export function fileOf(path: string, yaml: string): InputFile {
  return { path, bytes: new TextEncoder().encode(yaml) };
}

/** Replaces parts of a text, each of which must be there: a test whose edit does nothing proves nothing. */
export function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the text does not contain ${from}`);
    return before.replaceAll(from, () => to);
  }, text);
}

/** The graph of manifests that have no mistake. */
export function graphOf(yaml: string): Graph {
  const { value, diagnostics } = validateFleet([fileOf('fleet.yaml', yaml)], TODAY);
  const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
  if (fault) throw new Error(`line ${fault.line}: ${fault.code} ${fault.message}`);
  return value;
}

/** Plans manifests, in one file or several, against what is recorded. */
export function planOf(yaml: string | readonly InputFile[], around: Around = {}): Plan {
  const { recorded = NOTHING_RECORDED, today = TODAY, tree = 'tree', version = '1.2.3' } = around;
  const { value: defaults } = readProject(null, 'test');
  const project = { ...defaults, spec: { ...defaults.spec, ...around.spec } };
  const files = typeof yaml === 'string' ? [fileOf('fleet.yaml', yaml)] : yaml;
  const { plan, diagnostics } = planFleet({ project, files, tree, recorded, today, version });
  const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
  if (!plan) throw new Error(`line ${fault?.line}: ${fault?.code} ${fault?.message}`);
  return plan;
}

/** The state after a plan was applied to another. */
export function applied(plan: Plan, before: RecordedState = NOTHING_RECORDED): RecordedState {
  const acts = plan.steps.flatMap((step) => actsOf(step, plan, OCCASION));
  return recordedAfter(before, acts, `commit-${before.serial + 1}`, plan.basedOn.desired);
}

const OCCASION: Occasion = {
  actor: { name: 'Ada', email: 'ada@example.org' },
  now: () => new Date('2026-03-01T12:00:00Z'),
  newId: () => '01',
};

/** The state of a fleet whose manifests were applied once. */
export function recordedFrom(yaml: string, around: Around = {}): RecordedState {
  return applied(planOf(yaml, around), around.recorded);
}

/** What a plan does, in a line per step. */
export function stepIds({ steps }: Plan): string[] {
  return steps.map(({ id }) => id);
}
