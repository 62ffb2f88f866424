import type { Plan } from '../model/plan.ts';
import { StowageError } from '../model/stowage-error.ts';

/** Marks the guards of a plan that the person approved for exactly this plan (`GUARD=DIGEST`). */
export function approve(plan: Plan, approvals: readonly string[]): Plan {
  const names = new Set(approvals.map((approval) => approvedGuard(plan, approval)));
  return { ...plan, guards: plan.guards.map((guard) => ({ ...guard, approved: names.has(guard.name) })) };
}

function approvedGuard({ digest, guards }: Plan, approval: string): string {
  const [name = '', approved] = approval.split('=');
  if (approved === undefined) {
    throw new StowageError(
      'approve.syntax',
      `--approve ${approval} names no plan`,
      `write --approve ${name}=${digest}`,
    );
  }
  if (approved !== digest) {
    throw new StowageError(
      'approve.other-plan',
      `--approve ${name} is for another plan (${approved.slice(0, 19)}…), and this one is ${digest.slice(0, 19)}…`,
      'look at the plan again before approving it',
    );
  }
  if (!guards.some((guard) => guard.name === name)) {
    const known = guards.map((guard) => guard.name).join(', ') || 'none';
    throw new StowageError('approve.unknown', `this plan has no guard named ${name}`, `its guards: ${known}`);
  }
  return name;
}
