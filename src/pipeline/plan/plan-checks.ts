import { costCurrency } from './checks/cost.currency.ts';
import { portServiceElsewhere } from './checks/port.service-elsewhere.ts';
import type { PlanCheck } from './plan-check.ts';

/** Every rule that only a plan can hold a fleet against. */
export const PLAN_CHECKS: readonly PlanCheck[] = [costCurrency, portServiceElsewhere];
