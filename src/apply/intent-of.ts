import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.ts';
import type { Intent, OutsideStep } from '../model/intent.ts';
import type { Plan } from '../model/plan.ts';
import type { Step } from '../model/step.ts';
import type { Occasion } from './acts-of.ts';

/** A step that a provider carries out. */
export type AskedStep = Step & { readonly provider: string };

/**
 * Writes down that a step is about to be taken, under a lease; `former` is an intent of the same step to go on with, or
 * the uid that its object has had before.
 */
export function intentOf(
  { id, verb, address, summary, provider, order, effect, notes }: AskedStep,
  { digest, basedOn }: Pick<Plan, 'digest' | 'basedOn'>,
  epoch: number,
  { now, newId }: Occasion,
  former: { readonly id?: string; readonly uid: string | undefined },
): Intent {
  const time = now();
  const known = effect.of === 'object' ? effect.before?.status['uid'] : undefined;
  const step: OutsideStep = { id, verb, address, summary, provider, ...(order && { order }), effect, notes };
  const request = requestOf({ id, provider, order });
  return {
    id: former.id ?? newId(time),
    step,
    uid: former.uid ?? (typeof known === 'string' ? known : newId(time)),
    request,
    epoch,
    plan: digest,
    desired: basedOn.desired,
    since: time.toISOString(),
    unresolved: null,
  };
}

/** SHA-256 of what is asked of a provider; a former intent goes on only for the very same. */
export function requestOf({ id, provider, order }: Pick<OutsideStep, 'id' | 'provider' | 'order'>): string {
  return `sha256:${createHash('sha256').update(canonicalJson({ id, provider, order })).digest('hex')}`;
}
