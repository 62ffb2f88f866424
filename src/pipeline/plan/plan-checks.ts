import { clusterUnreachable } from './checks/cluster.unreachable.ts';
import { costCurrency } from './checks/cost.currency.ts';
import { hostFixed } from './checks/host.fixed.ts';
import { portServiceElsewhere } from './checks/port.service-elsewhere.ts';
import { profileFixed } from './checks/profile.fixed.ts';
import { profileInactive } from './checks/profile.inactive.ts';
import { profileRaised } from './checks/profile.raised.ts';
import { providerMissing } from './checks/provider.missing.ts';
import type { PlanCheck } from './plan-check.ts';

/** Every rule that only a plan can hold a fleet against. */
export const PLAN_CHECKS: readonly PlanCheck[] = [
  costCurrency,
  portServiceElsewhere,
  hostFixed,
  profileFixed,
  profileRaised,
  profileInactive,
  providerMissing,
  clusterUnreachable,
];
