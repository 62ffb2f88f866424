import { resolve } from 'node:path';
import { ExitCode } from '../model/exit-code.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { Plan } from '../model/plan.ts';
import { StowageError } from '../model/stowage-error.ts';
import { planJson } from '../render/plan-json.ts';
import type { Context } from './context.ts';

/** What a plan file promises. */
export interface PromisedPlan extends Pick<Plan, 'digest' | 'basedOn'> {
  /** All of it but what may come and go with the day, and what apply does not ask for: advice and quotes. */
  readonly content: string;
}

/** Reads what `plan --out` wrote. */
export function readPlanFile(context: Context, path: string): PromisedPlan {
  const unusable = (why: string): StowageError =>
    new StowageError('plan.unreadable', `${path} ${why}`, 'write it anew with `stowage plan --out`');
  let text: string;
  try {
    text = context.readFile(resolve(context.cwd, path));
  } catch (error) {
    throw unusable(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  let document: Partial<Plan> & { formatVersion?: unknown };
  try {
    document = JSON.parse(text) as typeof document;
  } catch {
    throw unusable('is no plan: it is not JSON');
  }
  const { formatVersion, digest, basedOn } = document ?? {};
  if (typeof formatVersion !== 'string' || typeof digest !== 'string' || !basedOn)
    throw unusable('is no plan');
  if (!formatVersion.startsWith('1.'))
    throw unusable(`has plan format ${formatVersion}, and this tool reads 1`);
  return { digest, basedOn, content: contentOf(document) };
}

function contentOf(document: Partial<Plan>): string {
  return canonicalJson({
    ...document,
    diagnostics: [],
    recommendations: [],
    infeasibility: null,
    quotes: null,
  });
}

/** Writes what `apply` accepts; `file` is as the person named it. */
export function writePlanFile(context: Context, file: string, plan: Plan): void {
  try {
    context.writeFile(resolve(context.cwd, file), planJson(plan));
  } catch (error) {
    throw new StowageError(
      'plan.unwritable',
      `the plan cannot be written to ${file} (${(error as NodeJS.ErrnoException).code})`,
      'name a file in a folder that exists and may be written to',
    );
  }
}

/** Refuses when the plan computed now is not the one a person agreed to, naming what changed. */
export function refuseStale(promised: PromisedPlan, plan: Plan): void {
  const { basedOn } = plan;
  if (promised.content === contentOf(JSON.parse(planJson(plan)) as Partial<Plan>)) return;
  const changed = (Object.keys(BASIS) as (keyof typeof BASIS)[])
    .filter((part) => promised.basedOn[part] !== basedOn[part])
    .map((part) => BASIS[part](promised.basedOn[part], basedOn[part]));
  // With an unchanged basis only the document itself can have been edited.
  const why = changed.length > 0 ? changed.join('; ') : 'the plan file itself was edited';
  throw new StowageError(
    'plan.stale',
    `the plan no longer holds: ${why}`,
    'run `stowage plan` again and review it',
    ExitCode.Stale,
  );
}

const BASIS: Record<keyof Plan['basedOn'], (was: string | null, is: string | null) => string> = {
  desired: (was, is) => `the manifests changed (tree ${short(was)} → ${short(is)})`,
  state: (was, is) => `something was applied since (state ${short(was)} → ${short(is)})`,
  tool: (was, is) => `stowage is another version (${was} → ${is})`,
  schemas: () => 'the schemas are others',
};

function short(id: string | null): string {
  return id === null ? 'none' : id.slice(0, 7);
}
