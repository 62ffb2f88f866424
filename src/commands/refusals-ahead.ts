import type { Diagnostic } from '../model/diagnostic.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';
import { permitPlan } from '../pipeline/permit-plan.ts';
import { checkHistory } from './check-history.ts';
import type { ComputedPlan } from './compute-plan.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';
import { refuseForgotten } from './refuse-forgotten.ts';
import { refuseUnpermitted } from './refuse-unpermitted.ts';

/** Warns whoever plans of what an apply by them would be refused for, besides guards; `offline` asks no provider. */
export async function refusalsAhead(
  context: Context,
  fleet: OpenFleet,
  planned: ComputedPlan,
  recorded: RecordedState,
  { offline = false }: { readonly offline?: boolean },
): Promise<Diagnostic[]> {
  const steps = planned.plan?.steps ?? [];
  const checks = [
    async () => {
      const anyone = { name: '', email: '' };
      // Whom git does not know may plan all the same where nobody is restricted.
      if (permitPlan(steps, recorded, anyone).length === 0) return;
      const actor = await context.actor(fleet.workspace.root);
      refuseUnpermitted(actor, permitPlan(steps, recorded, actor));
    },
    async () => void (await checkHistory(context, fleet, planned, recorded)),
    async () => {
      const { plan, graph } = planned;
      if (plan && graph && !offline) await refuseForgotten(context, fleet, { plan, graph, recorded });
    },
  ];
  const found: Diagnostic[] = [];
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof StowageError)) throw error;
      found.push(warning(fleet.project.file, error));
    }
  }
  return found;
}

function warning(file: string, { code, message, hint }: StowageError): Diagnostic {
  const said = `apply would be refused: ${message}`;
  const place = { file, line: 1, column: 1, endLine: 1, endColumn: 2 };
  return { ...place, code, severity: 'warning', message: said, hint, related: [] };
}
