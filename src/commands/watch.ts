import type { Diagnostic } from '../model/diagnostic.ts';
import { ExitCode } from '../model/exit-code.ts';
import { StowageError } from '../model/stowage-error.ts';
import { PROJECT_FILE } from '../pipeline/read-project.ts';
import { validationSummary } from '../render/diagnostics-text.ts';
import { planHeadline } from '../render/plan-headline.ts';
import type { ComputedPlan } from './compute-plan.ts';
import { brokenSettings, computePlan, validationOf } from './compute-plan.ts';
import type { Context } from './context.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { paintFor, writeDiagnostics } from './session.ts';

/** Validates and plans on every save, and says what appeared and what was fixed. Never applies. */
export async function watchCommand(context: Context, options: CommonOptions): Promise<ExitCode> {
  const paint = paintFor(context.stdout, context, options);
  let known: readonly Diagnostic[] = [];

  const look = async (reason: string): Promise<void> => {
    const time = context.now().toISOString().slice(11, 19);
    context.stdout.write(`${paint('dim', time)} ${reason}\n`);
    try {
      const fleet = openFleet(context, options);
      const planned =
        brokenSettings(fleet) ?? computePlan(context, fleet, await (await openState(context, fleet)).read());
      const before = new Set(known.map(identity));
      const now = new Set(planned.diagnostics.map(identity));
      const appeared = planned.diagnostics.filter((diagnostic) => !before.has(identity(diagnostic)));
      writeDiagnostics(context.stdout, appeared, planned.files, paint);
      for (const fixed of known.filter((diagnostic) => !now.has(identity(diagnostic)))) {
        context.stdout.write(`${paint('green', 'fixed')} ${fixed.file} ${fixed.code} ${fixed.message}\n`);
      }
      known = planned.diagnostics;
      context.stdout.write(verdict(planned, paint));
    } catch (error) {
      if (!(error instanceof StowageError)) throw error;
      context.stdout.write(
        `${paint('red', 'error')} ${error.code}: ${error.message}\n  help: ${error.hint}\n`,
      );
    }
  };

  const { workspace, project } = openFleet(context, options);
  const paths = [...project.spec.inventory, PROJECT_FILE];
  const seen = contentNow(context, options);
  await look(`watching ${paths.join(', ')}`);
  let turn = Promise.resolve();
  const changed = (path: string): void => {
    turn = turn.then(() => look(path));
  };
  // Files take a while to be watched, and somebody who works on them may have saved one since the first look.
  const ready = (): void => {
    if (contentNow(context, options) !== seen) changed('saved meanwhile');
  };
  await workspace.watch(paths, { ready, changed }, context.interruption());
  await turn;
  return ExitCode.Success;
}

/** Differs when any file does that a plan is made of; null where they cannot be read, which the next look tells. */
function contentNow(context: Context, options: CommonOptions): string | null {
  try {
    const { workspace, project, projectFile } = openFleet(context, options);
    const settings = Buffer.from(projectFile?.bytes ?? []).toString('base64');
    return `${workspace.inventory(project.spec.inventory).treeId()} ${settings}`;
  } catch (error) {
    if (error instanceof StowageError) return null;
    throw error;
  }
}

function verdict(planned: ComputedPlan, paint: Parameters<typeof validationSummary>[1]): string {
  const { plan } = planned;
  if (plan) return `${paint('green', 'valid')}, plan: ${planHeadline(plan)}\n`;
  return validationSummary(validationOf(planned), paint);
}

/** A diagnostic is the same one when its line moved. */
function identity({ code, file, address, pointer, message }: Diagnostic): string {
  return JSON.stringify([code, file, address, pointer, message]);
}
