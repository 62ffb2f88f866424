import type { Kind } from '../kinds/kind.ts';
import { KINDS } from '../kinds/registry.ts';
import type { ListedCheck } from '../model/listed-check.ts';
import { allowUnknown } from './check/checks/allow.unknown.ts';
import { protectRemoved } from './compare/checks/protect.removed.ts';
import { QUOTE_CHECKS } from './check-quotes.ts';
import { permissionDenied } from './permit/permission.denied.ts';
import { limitExceeded } from './plan/guards/limit.exceeded.ts';
import { PLAN_CHECKS } from './plan/plan-checks.ts';
import { REFERENCE_CHECKS } from './resolve/reference-checks.ts';

const OF_KINDS = (Object.values(KINDS) as Kind[]).flatMap(({ checks }): readonly ListedCheck[] => checks);

/** Every check there is by its id, whichever phase runs it, in the order of their ids. */
export const CHECK_CATALOGUE: ReadonlyMap<string, ListedCheck> = new Map(
  [
    ...REFERENCE_CHECKS,
    ...OF_KINDS,
    allowUnknown,
    protectRemoved,
    ...PLAN_CHECKS,
    ...QUOTE_CHECKS,
    limitExceeded,
    permissionDenied,
  ]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((check) => [check.id, check]),
);
